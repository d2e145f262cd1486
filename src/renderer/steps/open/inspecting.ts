import { useCallback, useEffect, useReducer } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import type { FileHandle } from '../../../contract/views.ts'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import type { TableChoice, WorkbookInspection } from '../../../domain/inventory-table.ts'
import type { Result } from '../../../domain/result.ts'
import type { CallProgress } from '../../long-call.ts'
import { useLongCall } from '../../long-call.ts'
import { goOnTo } from '../../navigation.ts'
import { useSession } from '../../program.tsx'
import type { ChosenFields, InspectingEvent } from './mapping-state.ts'
import { assignField, fieldOf, inspectingReducer, notInspected } from './mapping-state.ts'

/** One file on its way in: what was found in it and what the person made of that. */
export interface Inspecting {
  readonly inspection: WorkbookInspection | null
  readonly problem: AppError | null
  readonly progress: CallProgress | null
  readonly chosen: ChosenFields
  readonly hasTitle: boolean
  readonly choose: (choice: TableChoice) => void
  readonly assign: (letter: string, field: InventoryField | null) => void
  readonly inspectAgain: () => void
  readonly cancel: () => void
  readonly importDatasets: () => void
}

export function useInspecting(file: FileHandle): Inspecting {
  const session = useSession()
  const { progress, run, cancel } = useLongCall()
  const [{ inspection, problem, chosen }, tell] = useReducer(inspectingReducer, notInspected)

  const inspect = useCallback(
    async (choice: TableChoice | null) => {
      tell({ type: 'asked' })
      const answer = await run('open.inspect', { fileId: file.fileId, choice })
      if (answer !== null) tell(inspectionEvent(answer))
    },
    [run, file.fileId],
  )
  useEffect(() => void inspect(null), [inspect])

  const columns = inspection?.table.columns ?? []
  const importDatasets = async () => {
    if (inspection === null) return
    tell({ type: 'asked' })
    const answer = await run('open.import', {
      fileId: file.fileId,
      choice: choiceOf(inspection),
      columns: columns.map((column) => ({ letter: column.letter, field: fieldOf(column, chosen) })),
    })
    if (answer === null) return
    if (!answer.ok) return tell({ type: 'failed', error: answer.error })
    session.opened(answer.value)
    goOnTo({ screen: 'details' })
  }

  return {
    inspection,
    problem,
    progress,
    chosen,
    hasTitle: columns.some((column) => fieldOf(column, chosen) === 'title'),
    choose: (choice) => void inspect(choice),
    assign: (letter, field) => tell({ type: 'chosen', chosen: assignField(columns, chosen, letter, field) }),
    inspectAgain: () => void inspect(null),
    cancel,
    importDatasets: () => void importDatasets(),
  }
}

function inspectionEvent(answer: Result<WorkbookInspection, AppError>): InspectingEvent {
  return answer.ok ? { type: 'inspected', inspection: answer.value } : { type: 'failed', error: answer.error }
}

export function choiceOf({ table }: WorkbookInspection): TableChoice {
  const { sheet, headerRow, headerRows } = table
  return { sheet, headerRow, headerRows }
}
