import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { Panel } from '../../ui/panel.tsx'
import type { ColumnChoosing } from './column-choices.ts'
import { choicesAs, fieldsOf, sharedFields } from './column-choices.ts'
import { ColumnItem } from './column-item.tsx'

const useStyles = makeStyles({
  // As high as the sheet beside it, however many columns there are.
  list: {
    flex: '1 1 0',
    contain: 'size',
    position: 'relative',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowY: 'auto',
    [medium]: { contain: 'none', flex: 'none', maxHeight: '420px' },
    [narrow]: { contain: 'none', maxHeight: 'none' },
  },
  decline: { fontSize: tokens.fontSizeBase200, textAlign: 'left' },
  remembered: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    padding: '8px 16px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

interface ColumnListProps extends ColumnChoosing {
  /** Shows this column on the sheet. */
  readonly onPointAt: (letter: string) => void
}

/** Each column of the table, its first values, and what the plan takes it for. */
export function ColumnList(props: ColumnListProps) {
  const styles = useStyles()
  const { inspection, chosen } = props
  const { columns } = inspection.table
  const used = columns.filter((column) => fieldsOf(column, chosen).length > 0).length
  const shared = sharedFields(columns, chosen)
  return (
    <Panel heading={text.open.columns} aside={text.open.columnsUsed(used, columns.length, shared.length)}>
      {inspection.guess !== null && <Remembered {...props} />}
      <ul className={styles.list}>
        {columns.map((column) => (
          <ColumnItem key={column.letter} {...props} column={column} shared={shared} />
        ))}
      </ul>
    </Panel>
  )
}

/** Says that the columns are read as last time, and offers the program's own guess instead. */
function Remembered({ inspection, chosen, onAssign }: ColumnChoosing) {
  const styles = useStyles()
  const { guess } = inspection
  if (guess === null) return null
  const isLeft = Object.keys(chosen).length > 0
  return (
    <div className={styles.remembered}>
      <Text size={200}>{isLeft ? text.open.rememberedLeft : text.open.remembered}</Text>
      <Link
        as="button"
        inline
        className={styles.decline}
        onClick={() => onAssign(isLeft ? {} : choicesAs(guess))}
      >
        {isLeft ? text.open.useRemembered : text.open.useGuess}
      </Link>
    </div>
  )
}
