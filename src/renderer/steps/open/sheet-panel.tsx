import { makeStyles, Select } from '@fluentui/react-components'
import type { SheetSummary, TableChoice } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { Inspecting } from './inspecting.ts'
import { outlineAt, outlineOf } from './outline.ts'
import { PreviewFooter } from './preview-footer.tsx'
import { RowNumber } from './row-number.tsx'
import { SheetPreviewTable } from './sheet-preview.tsx'

const useStyles = makeStyles({
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '6px 12px',
  },
  sheet: { flex: '1 1 110px', minWidth: 0, maxWidth: '360px' },
})

interface SheetPanelProps {
  readonly inspecting: Inspecting
  readonly choice: TableChoice
  readonly view: NonNullable<Inspecting['view']>
  /** The column somebody points at elsewhere. */
  readonly pointedAt: string | null
}

/** The sheet as it stands in the file, with the table that was found in it, and the ways to correct that. */
export function SheetPanel({ inspecting, choice, view, pointedAt }: SheetPanelProps) {
  const { inspection, asked, progress, lookedUp, choose } = inspecting
  const { sheets, preview } = view
  const table = inspection?.table ?? null
  // What was chosen is shown at once, before anybody knows what comes of it.
  const shown = asked ?? choice
  const found = outlineOf(table, choice, preview)
  const isMoved = asked !== null && asked.sheet === preview.sheet && asked.headerRow > 0
  const outline = found !== null && isMoved ? outlineAt(found, asked.headerRow, asked.headerRows) : found
  const isOwnSheet = preview.sheet === shown.sheet
  return (
    <Panel
      heading={text.open.sheet}
      aside={<TableControls sheets={sheets} choice={shown} onChoose={choose} />}
      isAsideWide
    >
      <SheetPreviewTable
        key={preview.sheet}
        preview={preview}
        outline={outline}
        lastRow={sheets.find(({ name }) => name === preview.sheet)?.rows ?? 1}
        lookedUp={lookedUp?.sheet === preview.sheet ? lookedUp : null}
        pointedAt={pointedAt}
        isStale={asked !== null}
        onHeaderRow={
          isOwnSheet
            ? (headerRow) => choose({ sheet: shown.sheet, headerRow, headerRows: shown.headerRows })
            : null
        }
      />
      <PreviewFooter inspecting={inspecting} view={view} isBusy={progress !== null || asked !== null} />
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
        title={sheet}
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
