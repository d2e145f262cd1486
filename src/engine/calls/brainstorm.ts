import type { AppError } from '../../contract/errors.ts'
import { noFacts } from '../../domain/inventory-field.ts'
import type { Idea } from '../../domain/plan.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act } from '../plans/open-plan.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import { datasetInserter, deleteIdea, insertIdea, nextPosition, setIdea } from '../store/edit-rows.ts'
import { readIdeas } from '../store/plan-rows.ts'
import type { HandlersOf } from './handlers.ts'

export const brainstormCalls: HandlersOf<'brainstorm'> = {
  'brainstorm.add': ({ question, text, raisedBy, datasetId }, context) => {
    const db = context.openPlan.get()?.file.db
    if (db !== undefined && datasetId !== null && readDatasets(db, [datasetId]).length === 0) {
      return err({ code: 'dataset-not-found' })
    }
    const id = context.newId()
    return act(context, { count: 1, name: text.trim() }, (open) =>
      insertIdea(open, { id, question, text: text.trim(), raisedBy: raisedBy.trim(), datasetId }),
    )
  },

  'brainstorm.change': ({ id, changes }, context) => {
    const idea = findIdea(context, id)
    if (!idea.ok) return idea
    return act(context, { count: 1, name: idea.value.text }, (db) => setIdea(db, id, changes))
  },

  'brainstorm.remove': ({ id }, context) => {
    const idea = findIdea(context, id)
    if (!idea.ok) return idea
    return act(context, { count: 1, name: idea.value.text }, (db) => deleteIdea(db, id))
  },

  'brainstorm.make-dataset': ({ id, title, unit, description }, context) => {
    const idea = findIdea(context, id)
    if (!idea.ok) return idea
    if (idea.value.datasetId !== null) return err({ code: 'idea-already-a-dataset' })
    const datasetId = context.newId()
    const facts = { ...noFacts, title: title.trim(), unit: unit.trim(), description: description.trim() }
    return act(context, { count: 1, name: title.trim() }, (db) => {
      datasetInserter(db)({ id: datasetId, position: nextPosition(db), sourceRowId: null, facts })
      setIdea(db, id, { datasetId })
    })
  },
}

function findIdea(context: EngineContext, id: string): Result<Idea, AppError> {
  const plan = context.openPlan.get()
  if (plan === null) return err({ code: 'no-plan-open' })
  const [idea] = readIdeas(plan.file.db, [id])
  return idea === undefined ? err({ code: 'idea-not-found' }) : ok(idea)
}
