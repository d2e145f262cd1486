import { Field, Select } from '@fluentui/react-components'
import type { Dataset } from '../../../domain/dataset.ts'
import { retirementLabels } from '../../../domain/labels.ts'
import { retirementGrounds } from '../../../domain/vocabulary.ts'
import { usePlan, useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { commonValue } from './publishing.ts'

/** One of the handbook's grounds; a retirement without one stays unsettled. */
export function RetirementField({ datasets }: { readonly datasets: readonly Dataset[] }) {
  const { change } = usePlan()
  const isReading = useReadOnly()
  const value = commonValue(datasets, 'retirementGround')
  const isOpen = datasets.some(({ commitment }) => commitment.retirementGround === null)
  const choose = (chosen: string) => {
    const ids = datasets.map(({ id }) => id)
    const retirementGround = retirementGrounds.find((id) => id === chosen) ?? null
    void change('publish.set', { ids, changes: { retirementGround } })
  }
  return (
    <Field
      label={text.publish.retirementGround}
      required
      hint={text.publish.retirementGroundHint}
      {...(isOpen && { validationState: 'warning', validationMessage: text.publish.groundNeeded })}
    >
      <Select disabled={isReading} value={value ?? ''} onChange={(_, data) => choose(data.value)}>
        <option value="">{text.publish.chooseGround}</option>
        {retirementGrounds.map((id) => (
          <option key={id} value={id}>
            {retirementLabels[id]}
          </option>
        ))}
      </Select>
    </Field>
  )
}
