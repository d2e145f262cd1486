import type { PlanDetails } from '../../../domain/plan.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { SavedField } from '../../ui/saved-field.tsx'
import { Suggestion } from '../../ui/suggestion.tsx'

interface DetailFieldProps {
  readonly field: keyof PlanDetails
  readonly kind?: 'text' | 'email' | 'date'
  /** Offered while the field is empty; '' for none. */
  readonly suggestion?: string
}

export function DetailField({ field, kind = 'text', suggestion = '' }: DetailFieldProps) {
  const { plan, change } = usePlan()
  const value = plan.details[field]
  const save = async (given: string) =>
    (await change('plan.set-details', { changes: { [field]: given.trim() } })).ok
  const hints: { readonly [Field in keyof PlanDetails]?: string } = text.details.hints
  const hint = hints[field]
  return (
    <div>
      <SavedField
        key={plan.id}
        label={text.details.fields[field]}
        value={value}
        kind={kind}
        onSave={save}
        {...(hint !== undefined && { hint })}
      />
      {value === '' && suggestion !== '' && (
        <Suggestion value={suggestion} onTake={() => void save(suggestion)} />
      )}
    </div>
  )
}
