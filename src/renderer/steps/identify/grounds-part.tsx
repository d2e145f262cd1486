import { Checkbox, makeStyles } from '@fluentui/react-components'
import type { Dataset } from '../../../domain/dataset.ts'
import { highValueLabels } from '../../../domain/labels.ts'
import type { HighValueGround } from '../../../domain/vocabulary.ts'
import { highValueGrounds } from '../../../domain/vocabulary.ts'
import { usePlan, useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { CardPart } from '../../ui/card.tsx'
import { usePendingValue } from '../../ui/pending-value.ts'

const useStyles = makeStyles({
  grounds: { display: 'flex', flexDirection: 'column', marginLeft: '-8px' },
})

/** The grounds on which a department head may determine the data to be high value. */
export function GroundsPart({ dataset }: { readonly dataset: Dataset }) {
  const styles = useStyles()
  const { change } = usePlan()
  const isReading = useReadOnly()
  const { value: chosen, save } = usePendingValue(
    dataset.identification.highValueGrounds,
    async (grounds) =>
      (await change('identify.set', { ids: [dataset.id], changes: { highValueGrounds: [...grounds] } })).ok,
  )
  const set = (ground: HighValueGround, isChosen: boolean) =>
    save(highValueGrounds.filter((other) => (other === ground ? isChosen : chosen.includes(other))))
  return (
    <CardPart
      heading={text.identify.grounds}
      aside={text.identify.groundsChosen(chosen.length)}
      hint={text.identify.groundsHint}
    >
      <div className={styles.grounds}>
        {highValueGrounds.map((ground) => (
          <Checkbox
            key={ground}
            disabled={isReading}
            label={`${ground}. ${highValueLabels[ground]}`}
            checked={chosen.includes(ground)}
            onChange={(_, data) => void set(ground, data.checked === true)}
          />
        ))}
      </div>
    </CardPart>
  )
}
