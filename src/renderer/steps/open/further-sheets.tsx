import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FurtherSheet } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'

const useStyles = makeStyles({
  sheets: {
    margin: 0,
    padding: '4px 16px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 12px',
    maxHeight: '112px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  legend: { float: 'left', padding: 0, marginRight: '4px' },
})

interface FurtherSheetsProps {
  /** The visible sheets with the same columns. */
  readonly sheets: readonly FurtherSheet[]
  readonly taken: readonly string[]
  readonly className: string
  readonly onTake: (sheets: readonly string[]) => void
}

/** Sheets on which the inventory goes on, to be taken with it: one, some or all. */
export function FurtherSheets({ sheets, taken, className, onTake }: FurtherSheetsProps) {
  const styles = useStyles()
  const names = sheets.map(({ sheet }) => sheet)
  const isAll = names.every((name) => taken.includes(name))
  return (
    <fieldset className={mergeClasses(styles.sheets, className)}>
      <legend className={styles.legend}>{text.open.alsoTake}</legend>
      {names.length > 1 && (
        <Checkbox
          label={text.open.allSheets(names.length)}
          checked={isAll || (taken.length > 0 && 'mixed')}
          onChange={() => onTake(isAll ? [] : names)}
        />
      )}
      {sheets.map(({ sheet, datasets }) => (
        <Checkbox
          key={sheet}
          label={text.open.furtherSheet(sheet, datasets)}
          checked={taken.includes(sheet)}
          onChange={() =>
            onTake(names.filter((name) => (name === sheet ? !taken.includes(name) : taken.includes(name))))
          }
        />
      ))}
    </fieldset>
  )
}
