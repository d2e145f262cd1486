import { makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import type { SheetSummary, TableChoice, WorkbookInspection } from '../../../domain/inventory-table.ts'
import { text } from '../../text.ts'
import { Panel } from '../../ui/panel.tsx'
import { RowNumber } from './row-number.tsx'
import { SheetPreviewTable } from './sheet-preview.tsx'

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  sheet: { maxWidth: '150px' },
  hint: { padding: '8px 16px', color: tokens.colorNeutralForeground2 },
})

interface SheetPanelProps {
  readonly inspection: WorkbookInspection
  readonly choice: TableChoice
  readonly onChoose: (choice: TableChoice) => void
}

/** The sheet as it stands in the file, with the table that was found in it, and the ways to correct that. */
export function SheetPanel({ inspection, choice, onChoose }: SheetPanelProps) {
  const styles = useStyles()
  const { sheets, preview, table } = inspection
  const lastShown = preview.rows.at(-1) ?? 0
  return (
    <Panel
      heading={text.open.sheet}
      aside={<TableControls sheets={sheets} choice={choice} onChoose={onChoose} />}
    >
      <SheetPreviewTable
        preview={preview}
        table={table}
        onHeaderRow={(headerRow) => onChoose({ ...choice, headerRow })}
      />
      {table.lastRow > lastShown && (
        <Text size={200} className={styles.hint}>
          {text.open.moreRows(Math.max(lastShown + 1, table.firstRow), table.lastRow)}
        </Text>
      )}
    </Panel>
  )
}

interface TableControlsProps {
  readonly sheets: readonly SheetSummary[]
  readonly choice: TableChoice
  readonly onChoose: (choice: TableChoice) => void
}

function TableControls({ sheets, choice, onChoose }: TableControlsProps) {
  const styles = useStyles()
  return (
    <div className={styles.controls}>
      <Select
        className={styles.sheet}
        size="small"
        aria-label={text.open.sheet}
        value={choice.sheet}
        onChange={(_, { value }) => onChoose({ sheet: value, headerRow: 0, headerRows: 1 })}
      >
        {sheets.map(({ name, state }) => (
          <option key={name} value={name}>
            {state === 'visible' ? name : text.open.hiddenSheet(name)}
          </option>
        ))}
      </Select>
      <RowNumber
        label={text.open.headerRow}
        value={choice.headerRow}
        max={1_048_576}
        onChange={(headerRow) => onChoose({ ...choice, headerRow })}
      />
      <RowNumber
        label={text.open.headerRows}
        value={choice.headerRows}
        max={Math.min(choice.headerRow, 10)}
        onChange={(headerRows) => onChoose({ ...choice, headerRows })}
      />
    </div>
  )
}
