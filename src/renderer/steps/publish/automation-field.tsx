import { Field, Select } from '@fluentui/react-components'
import type { Dataset } from '../../../domain/dataset.ts'
import { automationLabels } from '../../../domain/labels.ts'
import { automations } from '../../../domain/vocabulary.ts'
import { usePlan, useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { commonValue } from './publishing.ts'

export function AutomationField({ datasets }: { readonly datasets: readonly Dataset[] }) {
  const { change } = usePlan()
  const isReading = useReadOnly()
  const value = commonValue(datasets, 'automation')
  const choose = (chosen: string) => {
    const automation = automations.find((id) => id === chosen)
    const ids = datasets.map(({ id }) => id)
    if (automation !== undefined) void change('publish.set', { ids, changes: { automation } })
  }
  return (
    <Field label={text.publish.automation}>
      <Select disabled={isReading} value={value ?? ''} onChange={(_, data) => choose(data.value)}>
        {value === null && <option value="">{text.publish.different}</option>}
        {automations.map((id) => (
          <option key={id} value={id}>
            {automationLabels[id]}
          </option>
        ))}
      </Select>
    </Field>
  )
}
