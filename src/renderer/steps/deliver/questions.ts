import type { DeliveryQuestions } from '../../../contract/views.ts'
import type { DeliveryChoices } from '../../../domain/plan.ts'
import { usePlan, usePlanView } from '../../plan/program.tsx'
import { useRead } from '../../plan/read.ts'

export interface Questions {
  /** null until the program has looked at the workbook. */
  readonly questions: DeliveryQuestions | null
  /** Whether one of them has to be answered before the workbook is made. */
  readonly isAsking: boolean
  readonly choose: (changes: Chosen) => void
}

type Chosen = { readonly [Field in keyof DeliveryChoices]?: NonNullable<DeliveryChoices[Field]> }

/** What has to be asked of the workbook before it is made, and the answers, which the plan remembers. */
export function useQuestions(): Questions {
  const { plan, change } = usePlan()
  const revision = usePlanView()?.revision
  // Whether something is in the way hangs on what is decided, so another revision asks anew. What cannot be looked at
  // cannot be made either, and making it says why.
  const { value: questions } = useRead('deliver.read-questions', {}, { planId: plan.id, revision })
  return {
    questions,
    isAsking: questions !== null && openQuestion(questions, plan.delivery) !== null,
    choose: (changes) => void change('deliver.set-choices', { changes }),
  }
}

/** One question at a time: whether a sheet is needed hangs on the answer to the first. */
export function openQuestion(
  { protectedSheets, structureLocked }: DeliveryQuestions,
  { protectedCells, lockedStructure }: DeliveryChoices,
): 'protected' | 'locked' | null {
  if (protectedSheets.length > 0 && protectedCells === null) return 'protected'
  return structureLocked && lockedStructure === null ? 'locked' : null
}
