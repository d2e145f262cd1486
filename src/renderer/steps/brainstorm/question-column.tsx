import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useId, useMemo, useState } from 'react'
import type { Dataset } from '../../../domain/dataset.ts'
import { datasetName } from '../../../domain/labels.ts'
import type { Idea } from '../../../domain/plan.ts'
import type { BrainstormQuestion } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { AddIdea, addFieldId } from './add-idea.tsx'
import { datasetsOfIdeas, ideasUnder, numberFromReview } from './board.ts'
import { EditIdeaDialog, MakeDatasetDialog } from './idea-dialogs.tsx'
import { IdeaOnBoard, ideaMenuId } from './idea-on-board.tsx'

const useStyles = makeStyles({
  column: {
    display: 'grid',
    // The same three rows in every column, so that the fields stand in one line.
    gridRow: 'span 3',
    gridTemplateRows: 'subgrid',
    rowGap: '10px',
    minWidth: 0,
    padding: '12px 10px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', flexDirection: 'column', gap: '4px' },
  question: { margin: 0 },
  rest: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  counted: { display: 'flex', alignItems: 'center', gap: '4px' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  ideas: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
})

interface QuestionColumnProps {
  readonly question: BrainstormQuestion
  readonly raisedBy: string
}

/** One of the guidance's questions with its ideas. */
export function QuestionColumn({ question, raisedBy }: QuestionColumnProps) {
  const styles = useStyles()
  const id = useId()
  const { plan, change } = usePlan()
  const ideas = useMemo(() => ideasUnder(plan.ideas, question), [plan.ideas, question])
  const onBoard = new Set(ideas.flatMap(({ datasetId }) => datasetId ?? []))
  const add = async (words: string, datasetId: string | null) =>
    (await change('brainstorm.add', { question, text: words, raisedBy, datasetId })).ok
  return (
    <section className={styles.column} aria-labelledby={id}>
      <ColumnHead id={id} question={question} ideas={ideas.length} />
      <AddIdea
        question={question}
        datasets={plan.datasets}
        onBoard={onBoard}
        onAddDataset={(dataset) => add(datasetName(dataset), dataset.id)}
        onAddIdea={(words) => add(words, null)}
      />
      <div className={styles.rest}>
        <ReviewLine question={question} datasets={plan.datasets} />
        <IdeaList labelledBy={id} question={question} ideas={ideas} />
      </div>
    </section>
  )
}

interface Asked {
  readonly what: 'edit' | 'make'
  readonly idea: Idea
}

interface IdeaListProps {
  readonly labelledBy: string
  readonly question: BrainstormQuestion
  readonly ideas: readonly Idea[]
}

function IdeaList({ labelledBy, question, ideas }: IdeaListProps) {
  const styles = useStyles()
  const { plan, change } = usePlan()
  const datasets = useMemo(() => datasetsOfIdeas(plan.datasets, ideas), [plan.datasets, ideas])
  const [asked, setAsked] = useState<Asked | null>(null)
  const remove = async (idea: Idea) => {
    await change('brainstorm.remove', { id: idea.id })
    // The idea took the focus with it.
    document.getElementById(addFieldId(question))?.focus()
  }
  const closeDialog = (idea: Idea) => {
    setAsked(null)
    // Once the dialog is gone: until then the focus cannot leave it.
    requestAnimationFrame(() => document.getElementById(ideaMenuId(idea))?.focus())
  }
  return (
    <>
      <ul className={styles.ideas} aria-labelledby={labelledBy}>
        {ideas.map((idea) => (
          <IdeaOnBoard
            key={idea.id}
            idea={idea}
            dataset={datasets.get(idea.datasetId ?? '')}
            onEdit={() => setAsked({ what: 'edit', idea })}
            onRemove={() => void remove(idea)}
            onMakeDataset={() => setAsked({ what: 'make', idea })}
          />
        ))}
      </ul>
      {asked?.what === 'edit' && <EditIdeaDialog idea={asked.idea} onClose={() => closeDialog(asked.idea)} />}
      {asked?.what === 'make' && (
        <MakeDatasetDialog idea={asked.idea} onClose={() => closeDialog(asked.idea)} />
      )}
    </>
  )
}

interface ColumnHeadProps {
  readonly id: string
  readonly question: BrainstormQuestion
  readonly ideas: number
}

function ColumnHead({ id, question, ideas }: ColumnHeadProps) {
  const styles = useStyles()
  const { question: words, hint } = text.brainstorm.questions[question]
  return (
    <div className={styles.head}>
      <Subtitle2 as="h2" id={id} className={styles.question}>
        {words}
      </Subtitle2>
      <Text size={200} className={styles.quiet}>
        {hint}
      </Text>
      {ideas > 0 ? (
        <Text size={200} className={mergeClasses(styles.counted, styles.done)}>
          <CheckmarkCircleFilled aria-hidden="true" />
          {text.brainstorm.ideas(ideas)}
        </Text>
      ) : (
        <Text size={200} className={styles.quiet}>
          {text.brainstorm.empty}
        </Text>
      )}
    </div>
  )
}

interface ReviewLineProps {
  readonly question: BrainstormQuestion
  readonly datasets: readonly Dataset[]
}

/** Nobody needs to repeat on the board what Review has said. */
function ReviewLine({ question, datasets }: ReviewLineProps) {
  const styles = useStyles()
  const known = useMemo(() => numberFromReview(datasets, question), [datasets, question])
  if (known === 0) return null
  return (
    <Text size={200} className={styles.quiet}>
      {text.brainstorm.fromReview(known)}
    </Text>
  )
}
