import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import type { FileHandle } from '../../../contract/views.ts'
import type { TableChoice } from '../../../domain/inventory-table.ts'
import { goOnTo } from '../../navigation.ts'
import type { CallProgress, LongCall } from '../../plan/long-call.ts'
import { useLongCall } from '../../plan/long-call.ts'
import { useSession } from '../../plan/program.tsx'
import type { ChosenFields } from './column-choices.ts'
import { confirmedFields, lettersOf } from './column-choices.ts'
import { questionsOf } from './frequency-questions.ts'
import type { InspectingEvent, InspectingState, Place } from './mapping-state.ts'
import { correctableChoice, inspectingReducer, notInspected } from './mapping-state.ts'

/** Rows shown above the one that is looked up, so that a person sees where it stands. */
const rowsAbove = 5
/** So long a choice waits for the next one: a key held down moves the headings many rows, and only the last is read. */
const settlingMs = 120

/** One file on its way in: what was found in it and what the person made of that. */
export interface Inspecting extends InspectingState {
  readonly progress: CallProgress | null
  readonly hasTitle: boolean
  readonly choose: (choice: TableChoice) => void
  /** Shows this place; null goes back to the headings. */
  readonly lookUp: (place: Place | null) => void
  /** Shows the sheet on screen from this row on. */
  readonly showFrom: (row: number) => void
  readonly assign: (chosen: ChosenFields) => void
  readonly answer: (word: string, value: string | null) => void
  readonly inspectAgain: () => void
  readonly cancel: () => void
  readonly importDatasets: () => void
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one state, and everything a person can do to it.
export function useInspecting(file: FileHandle): Inspecting {
  const { progress, run, cancel } = useLongCall()
  const [state, tell] = useReducer(inspectingReducer, notInspected)
  const { inspection, view, choice, chosen } = state
  const { fileId } = file

  const latest = useRef(0)
  const inspect = useCallback(
    async (asked: TableChoice | null) => {
      latest.current += 1
      const turn = latest.current
      tell({ type: 'asked', choice: asked })
      if (asked !== null) await new Promise((resolve) => setTimeout(resolve, settlingMs))
      if (turn !== latest.current) return
      const event = await inspectionEvent(run, fileId, asked)
      // An answer to an earlier choice never overwrites a later one.
      if (event !== null && turn === latest.current) tell(event)
    },
    [run, fileId],
  )
  useEffect(() => void inspect(null), [inspect])

  const show = async (sheet: string, fromRow: number, place: Place | null) => {
    // A choice that is being read is not given up for looking around.
    if (state.asked !== null) return
    tell({ type: 'asked', choice: null })
    const answer = await run('open.view', { fileId, sheet, fromRow: Math.max(1, fromRow) })
    if (answer === null) return
    tell(answer.ok ? { type: 'viewed', place, view: answer.value } : { type: 'failed', error: answer.error })
  }
  const lookUp = async (place: Place | null) => {
    if (inspection === null || view === null) return
    if (place === null) return tell({ type: 'viewed', place, view: inspection })
    const { sheet, rows } = view.preview
    if (sheet === place.sheet && rows.includes(place.row)) return tell({ type: 'viewed', place, view })
    await show(place.sheet, place.row - rowsAbove, place)
  }
  const importDatasets = useImport(run, file, state, tell)
  const columns = inspection?.table.columns ?? []
  return {
    ...state,
    progress,
    hasTitle: lettersOf(columns, chosen, 'title').length > 0,
    // What was said of the plan's headings stays said when the table is corrected.
    choose: (asked) =>
      void inspect({
        ...(choice?.planHeadings !== undefined && { planHeadings: choice.planHeadings }),
        ...asked,
      }),
    lookUp: (place) => void lookUp(place),
    showFrom: (row) => void (view && show(view.preview.sheet, row, null)),
    assign: (choices) => tell({ type: 'chosen', chosen: choices }),
    answer: (word, value) => tell({ type: 'answered', word, value }),
    inspectAgain: () => void inspect(null),
    cancel,
    importDatasets: () => void importDatasets(),
  }
}

function useImport(
  run: LongCall['run'],
  { fileId }: FileHandle,
  { inspection, choice, chosen, answers }: InspectingState,
  tell: (event: InspectingEvent) => void,
): () => Promise<void> {
  const session = useSession()
  return async () => {
    if (inspection === null || choice === null) return
    tell({ type: 'asked', choice: null })
    const { columns } = inspection.table
    const asked = new Set(questionsOf(inspection, chosen).map(({ word }) => word))
    const answer = await run('open.import', {
      fileId,
      choice,
      columns: [...confirmedFields(columns, chosen)],
      frequencies: answers.filter(({ word }) => asked.has(word)),
    })
    if (answer === null) return
    if (!answer.ok) return tell({ type: 'failed', error: answer.error })
    session.opened(answer.value)
    goOnTo({ screen: 'details' })
  }
}

/** What came of looking for a table; where there is none, with the sheet to correct that on. */
async function inspectionEvent(
  run: LongCall['run'],
  fileId: string,
  asked: TableChoice | null,
): Promise<InspectingEvent | null> {
  const answer = await run('open.inspect', { fileId, choice: asked })
  if (answer === null) return null
  if (answer.ok) return { type: 'inspected', inspection: answer.value }
  return failureEvent(run, fileId, asked, answer.error)
}

async function failureEvent(
  run: LongCall['run'],
  fileId: string,
  asked: TableChoice | null,
  error: AppError,
): Promise<InspectingEvent | null> {
  const correctable = correctableChoice(error, asked)
  if (correctable === null) return { type: 'failed', error }
  const { sheet, headerRow } = correctable
  const shown = await run('open.view', { fileId, sheet, fromRow: Math.max(1, headerRow - rowsAbove) })
  if (shown === null) return null
  // Without a sheet to look at there is nothing to correct, and why is what the first answer said.
  if (!shown.ok) return { type: 'failed', error }
  const choice = { ...correctable, sheet: shown.value.preview.sheet }
  return { type: 'no-table', error, choice, view: shown.value }
}
