import { Label, makeStyles, SpinButton, tokens } from '@fluentui/react-components'
import { useId } from 'react'

const useStyles = makeStyles({
  control: { display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground1 },
  number: { width: '76px' },
})

interface RowNumberProps {
  readonly label: string
  /** 0 while none is known. */
  readonly value: number
  readonly max: number
  readonly onChange: (value: number) => void
}

/** A row of the sheet, counted as Excel counts. */
export function RowNumber({ label, value, max, onChange }: RowNumberProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <span className={styles.control}>
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <SpinButton
        id={id}
        className={styles.number}
        size="small"
        min={1}
        max={max}
        value={value === 0 ? null : value}
        onChange={(_, data) => {
          const wanted = Math.round(data.value ?? Number(data.displayValue))
          if (wanted >= 1 && wanted <= max && wanted !== value) onChange(wanted)
        }}
      />
    </span>
  )
}
