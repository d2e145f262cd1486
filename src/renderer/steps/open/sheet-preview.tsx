import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { InventoryTable, SheetPreview } from '../../../domain/inventory-table.ts'
import { text } from '../../text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'

const outline = `2px solid ${tokens.colorBrandStroke1}`

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 0',
    minHeight: '200px',
    overflow: 'auto',
    [medium]: { flex: '0 0 auto', maxHeight: '340px' },
    [narrow]: { maxHeight: '320px' },
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200 },
  letter: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '4px 8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  row: {
    position: 'sticky',
    left: 0,
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rowButton: {
    minWidth: '44px',
    minHeight: '30px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  cell: {
    minWidth: '60px',
    maxWidth: '180px',
    padding: '4px 8px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  outside: { color: tokens.colorNeutralForeground3 },
  header: {
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
  },
  top: { borderTop: outline },
  left: { borderLeft: outline },
  right: { borderRight: outline },
  bottom: { borderBottom: outline },
})

interface SheetPreviewTableProps {
  readonly preview: SheetPreview
  readonly table: InventoryTable
  readonly onHeaderRow: (row: number) => void
}

/** The top-left of the sheet with the headings marked and the table outlined. */
export function SheetPreviewTable({ preview, table, onHeaderRow }: SheetPreviewTableProps) {
  const styles = useStyles()
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={text.open.preview}>
        <thead>
          <tr>
            <th className={styles.letter} scope="col">
              {text.open.rowColumn}
            </th>
            {preview.letters.map((letter) => (
              <th key={letter} className={styles.letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => (
            <tr key={row}>
              <th className={styles.row} scope="row">
                <button
                  type="button"
                  className={styles.rowButton}
                  aria-label={text.open.takeAsHeading(row)}
                  title={text.open.takeAsHeading(row)}
                  onClick={() => onHeaderRow(row)}
                >
                  {row}
                </button>
              </th>
              <PreviewCells row={row} values={preview.cells[index] ?? []} preview={preview} table={table} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PreviewCellsProps {
  readonly row: number
  readonly values: readonly string[]
  readonly preview: SheetPreview
  readonly table: InventoryTable
}

function PreviewCells({ row, values, preview, table }: PreviewCellsProps) {
  const styles = useStyles()
  const firstHeader = table.headerRow - table.headerRows + 1
  const lastRow = Math.max(table.lastRow, table.headerRow)
  const isHeader = row >= firstHeader && row <= table.headerRow
  const isInTable = row >= firstHeader && row <= lastRow
  const letters = table.columns.map(({ letter }) => letter)
  return preview.letters.map((letter, index) => {
    const isInside = isInTable && letters.includes(letter)
    const style = mergeClasses(
      styles.cell,
      !isInside && styles.outside,
      isInside && isHeader && styles.header,
      isInside && row === firstHeader && styles.top,
      isInside && row === lastRow && styles.bottom,
      isInside && letter === letters[0] && styles.left,
      isInside && letter === letters.at(-1) && styles.right,
    )
    return (
      <td key={letter} className={style} title={values[index]}>
        {values[index]}
      </td>
    )
  })
}
