import { Button, makeStyles, Slider, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Criterion } from '../../../domain/criteria.ts'
import { useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { DraftWeights } from './draft-weights.ts'

const useStyles = makeStyles({
  panel: { flexShrink: 0 },
  weights: { display: 'flex', flexDirection: 'column', padding: '10px 16px 12px' },
  line: { display: 'flex', justifyContent: 'space-between' },
  value: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  slider: { display: 'grid', margin: '0 -8px', minHeight: '28px' },
  warning: { color: tokens.colorStatusWarningForeground1 },
})

/** How much each criterion counts. The order follows while a slider moves; it is saved when the slider is let go. */
export function WeightsPanel({ draft }: { readonly draft: DraftWeights }) {
  const styles = useStyles()
  const isReading = useReadOnly()
  const { criteria, set } = draft
  const isEqual = criteria.every(({ weight }) => weight === criteria[0]?.weight)
  const countsNothing = criteria.every(({ weight }) => weight === 0)
  return (
    <Panel
      heading={text.prioritize.weights}
      className={styles.panel}
      aside={
        <Button
          size="small"
          appearance="transparent"
          disabledFocusable={isEqual || isReading}
          onClick={() => set(criteria.map((criterion) => ({ ...criterion, weight: 1 })))}
        >
          {text.prioritize.equalWeights}
        </Button>
      }
    >
      <div className={styles.weights}>
        {criteria.map((criterion) => (
          <WeightSlider key={criterion.id} criterion={criterion} draft={draft} />
        ))}
        {countsNothing && (
          <Text role="status" className={styles.warning}>
            {text.prioritize.nothingCounts}
          </Text>
        )}
      </div>
    </Panel>
  )
}

interface WeightSliderProps {
  readonly criterion: Criterion
  readonly draft: DraftWeights
}

function WeightSlider({ criterion, draft }: WeightSliderProps) {
  const styles = useStyles()
  const id = useId()
  const isReading = useReadOnly()
  const { moveOne, settle } = draft
  const { name, weight } = criterion
  return (
    <div>
      <div className={styles.line}>
        <label htmlFor={id}>{name}</label>
        <Text className={styles.value}>{text.prioritize.times(weight)}</Text>
      </div>
      <Slider
        id={id}
        disabled={isReading}
        className={styles.slider}
        min={0}
        max={3}
        step={0.5}
        value={weight}
        aria-valuetext={text.prioritize.weightInWords(weight)}
        onChange={(_, { value }) => moveOne(criterion.id, value)}
        onPointerUp={() => settle()}
        onKeyUp={() => settle()}
        onBlur={() => settle()}
      />
    </div>
  )
}
