import { useCallback, useEffect, useReducer } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import type { FileHandle } from '../../../contract/views.ts'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import type { TableChoice } from '../../../domain/table/inventory-table.ts'
import type { CallProgress, LongCall } from '../../long-call.ts'
import { useLongCall } from '../../long-call.ts'
import { goOnTo } from '../../navigation.ts'
import { useSession } from '../../program.tsx'
import type { InspectingEvent, InspectingState } from './mapping-state.ts'
import { assignField, correctableChoice, fieldOf, inspectingReducer, notInspected } from './mapping-state.ts'

/** Rows shown above the one that is looked up, so that a person sees where it stands. */
const rowsAbove = 5

/** One file on its way in: what was found in it and what the person made of that. */
export interface Inspecting extends InspectingState {
  readonly progress: CallProgress | null
  readonly hasTitle: boolean
  readonly choose: (choice: TableChoice) => void
  /** Shows this row of the table's sheet; null goes back to the headings. */
  readonly lookUp: (row: number | null) => void
  readonly assign: (letter: string, field: InventoryField | null) => void
  readonly inspectAgain: () => void
  readonly cancel: () => void
  readonly importDatasets: () => void
}

export function useInspecting(file: FileHandle): Inspecting {
  const session = useSession()
  const { progress, run, cancel } = useLongCall()
  const [state, tell] = useReducer(inspectingReducer, notInspected)
  const { inspection, view, choice, chosen } = state
  const { fileId } = file

  const inspect = useCallback(
    async (asked: TableChoice | null) => {
      tell({ type: 'asked' })
      const event = await inspectionEvent(run, fileId, asked)
      if (event !== null) tell(event)
    },
    [run, fileId],
  )
  useEffect(() => void inspect(null), [inspect])

  const lookUp = async (row: number | null) => {
    if (inspection === null || view === null) return
    if (row === null) return tell({ type: 'looked-up', row, view: inspection })
    if (view.preview.rows.includes(row)) return tell({ type: 'looked-up', row, view })
    const fromRow = Math.max(1, row - rowsAbove)
    const answer = await run('open.view', { fileId, sheet: inspection.table.sheet, fromRow })
    if (answer === null) return
    tell(answer.ok ? { type: 'looked-up', row, view: answer.value } : { type: 'failed', error: answer.error })
  }

  const columns = inspection?.table.columns ?? []
  const importDatasets = async () => {
    if (choice === null) return
    tell({ type: 'asked' })
    const answer = await run('open.import', {
      fileId,
      choice,
      columns: columns.map((column) => ({ letter: column.letter, field: fieldOf(column, chosen) })),
    })
    if (answer === null) return
    if (!answer.ok) return tell({ type: 'failed', error: answer.error })
    session.opened(answer.value)
    goOnTo({ screen: 'details' })
  }

  return {
    ...state,
    progress,
    hasTitle: columns.some((column) => fieldOf(column, chosen) === 'title'),
    // What was said of the plan's headings stays said when the table is corrected.
    choose: (asked) =>
      void inspect({
        ...(choice?.planHeadings !== undefined && { planHeadings: choice.planHeadings }),
        ...asked,
      }),
    lookUp: (row) => void lookUp(row),
    assign: (letter, field) => tell({ type: 'chosen', chosen: assignField(columns, chosen, letter, field) }),
    inspectAgain: () => void inspect(null),
    cancel,
    importDatasets: () => void importDatasets(),
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
