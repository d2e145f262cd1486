import { Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import type {
  InventoryTable,
  SheetSummary,
  TableChoice,
  WorkbookView,
} from '../../../domain/table/inventory-table.ts'
import { text } from '../../text.ts'
import { Panel } from '../../ui/panel.tsx'
import { outlineOf } from './outline.ts'
import { RowNumber } from './row-number.tsx'
import { SheetPreviewTable } from './sheet-preview.tsx'

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  sheet: { maxWidth: '150px' },
  hint: { padding: '8px 16px', color: tokens.colorNeutralForeground2 },
})

interface SheetPanelProps {
  readonly view: WorkbookView
  readonly choice: TableChoice
  /** null where none was found; the sheet is there all the same, to correct that. */
  readonly table: InventoryTable | null
  readonly lookedUp: number | null
  readonly isReading: boolean
  readonly onChoose: (choice: TableChoice) => void
  readonly onLookUp: (row: number | null) => void
}

/** The sheet as it stands in the file, with the table that was found in it, and the ways to correct that. */
export function SheetPanel(props: SheetPanelProps) {
  const { view, choice, table, lookedUp, isReading, onChoose } = props
  const { sheet, headerRows } = choice
  const { sheets, preview } = view
  const lastRow = sheets.find(({ name }) => name === preview.sheet)?.rows ?? 1
  return (
    <Panel
      heading={text.open.sheet}
      aside={<TableControls sheets={sheets} choice={choice} onChoose={onChoose} />}
    >
      <SheetPreviewTable
        key={preview.sheet}
        preview={preview}
        outline={outlineOf(table, choice, preview)}
        lastRow={lastRow}
        lookedUp={lookedUp}
        isReading={isReading}
        onHeaderRow={(headerRow) => onChoose({ sheet, headerRow, headerRows })}
      />
      <PreviewHint {...props} />
    </Panel>
  )
}

/** Which part of the table is not on screen, and the way back from a row that was looked up. */
function PreviewHint({ view, table, lookedUp, onLookUp }: SheetPanelProps) {
  const styles = useStyles()
  if (table === null) return null
  if (lookedUp !== null) {
    const reason = table.skipped.find(({ row }) => row === lookedUp)?.reason
    return (
      <Text size={200} className={styles.hint}>
        <span role="status">
          {reason === undefined
            ? text.open.row(lookedUp)
            : text.open.skippedRow(lookedUp, text.open.skipReasons[reason])}
        </span>{' '}
        <Link as="button" onClick={() => onLookUp(null)}>
          {text.open.backToHeadings(table.headerRow)}
        </Link>
      </Text>
    )
  }
  const lastShown = view.preview.rows.at(-1) ?? 0
  if (table.lastRow <= lastShown) return null
  return (
    <Text size={200} className={styles.hint}>
      {text.open.moreRows(Math.max(lastShown + 1, table.firstRow), table.lastRow)}
    </Text>
  )
}

interface TableControlsProps {
  readonly sheets: readonly SheetSummary[]
  readonly choice: TableChoice
  readonly onChoose: (choice: TableChoice) => void
}

function TableControls({ sheets, choice, onChoose }: TableControlsProps) {
  const styles = useStyles()
  // Under other headings it has to be seen anew which further sheets have the same.
  const { sheet, headerRow, headerRows } = choice
  // A sheet of nothing but a chart, or of nothing at all, has no rows to choose from.
  const offered = sheets.filter(({ name, rows }) => rows > 0 || name === sheet)
  return (
    <div className={styles.controls}>
      <Select
        className={styles.sheet}
        size="small"
        aria-label={text.open.sheet}
        value={sheet}
        onChange={(_, { value }) => onChoose({ sheet: value, headerRow: 0, headerRows: 1 })}
      >
        {offered.map(({ name, state }) => (
          <option key={name} value={name}>
            {state === 'visible' ? name : text.open.hiddenSheet(name)}
          </option>
        ))}
      </Select>
      <RowNumber
        label={text.open.headerRow}
        value={headerRow}
        max={1_048_576}
        onChange={(wanted) => onChoose({ sheet, headerRow: wanted, headerRows })}
      />
      {headerRow > 0 && (
        <RowNumber
          label={text.open.headerRows}
          value={headerRows}
          max={Math.min(headerRow, 10)}
          onChange={(wanted) => onChoose({ sheet, headerRow, headerRows: wanted })}
        />
      )}
    </div>
  )
}
