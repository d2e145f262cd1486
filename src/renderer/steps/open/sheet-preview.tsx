import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useLayoutEffect, useRef } from 'react'
import type { SheetPreview } from '../../../domain/table/inventory-table.ts'
import { text } from '../../text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { HeadingHandle, useHeadingMove } from './heading-handle.tsx'
import type { Outline } from './outline.ts'
import { cellOutline, outlineAt } from './outline.ts'

const outline = `2px solid ${tokens.colorBrandStroke1}`

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 0',
    minHeight: '200px',
    overflow: 'auto',
    [medium]: { flex: '0 0 auto', maxHeight: '340px' },
    [narrow]: { maxHeight: '320px' },
  },
  sheet: { position: 'relative', width: 'max-content', minWidth: '100%' },
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
  lookedUp: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  top: { borderTop: outline },
  left: { borderLeft: outline },
  right: { borderRight: outline },
  bottom: { borderBottom: outline },
})

interface SheetPreviewTableProps {
  readonly preview: SheetPreview
  /** null where no headings are known. */
  readonly outline: Outline | null
  /** The sheet's last row. */
  readonly lastRow: number
  readonly lookedUp: number | null
  readonly isReading: boolean
  readonly onHeaderRow: (row: number) => void
}

/** A part of the sheet with the headings marked and the table outlined. */
export function SheetPreviewTable(props: SheetPreviewTableProps) {
  const { preview, lastRow, lookedUp, isReading, onHeaderRow } = props
  const styles = useStyles()
  const body = useRef<HTMLTableSectionElement>(null)
  const move = useHeadingMove(props.outline?.headerRow ?? 0, isReading, onHeaderRow)
  const shown = props.outline === null ? null : outlineAt(props.outline, move.row)
  const { sheet, letters, rows } = preview
  // Where the headings are out of sight on purpose, nothing stands for them.
  const hasHandle = shown !== null && (lookedUp === null || rows.includes(move.row))
  useLayoutEffect(() => {
    const place = lookedUp === null ? -1 : rows.indexOf(lookedUp)
    body.current?.rows[place]?.scrollIntoView({ block: 'nearest' })
  }, [lookedUp, rows])
  return (
    <div className={styles.scroll}>
      <div className={styles.sheet}>
        <table className={styles.table} aria-label={text.open.previewOf(sheet)}>
          <PreviewLetters letters={letters} />
          <tbody ref={body}>
            {rows.map((row, index) => (
              <tr key={row}>
                <th className={styles.row} scope="row">
                  <button
                    type="button"
                    className={mergeClasses(styles.rowButton, row === lookedUp && styles.lookedUp)}
                    // The handle and the field for the row do the same from the keyboard, without a stop for every row.
                    tabIndex={hasHandle ? -1 : 0}
                    aria-label={text.open.takeAsHeading(row)}
                    title={text.open.takeAsHeading(row)}
                    onClick={() => move.drop(row)}
                  >
                    {row}
                  </button>
                </th>
                <PreviewCells
                  row={row}
                  values={preview.cells[index] ?? []}
                  letters={letters}
                  outline={shown}
                  isLookedUp={row === lookedUp}
                />
              </tr>
            ))}
          </tbody>
        </table>
        {hasHandle && <HeadingHandle move={move} rows={rows} lastRow={lastRow} body={body} />}
      </div>
    </div>
  )
}

function PreviewLetters({ letters }: { readonly letters: readonly string[] }) {
  const styles = useStyles()
  return (
    <thead>
      <tr>
        <th className={styles.letter} scope="col">
          {text.open.rowColumn}
        </th>
        {letters.map((letter) => (
          <th key={letter} className={styles.letter} scope="col">
            {letter}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface PreviewCellsProps {
  readonly row: number
  readonly values: readonly string[]
  readonly letters: readonly string[]
  readonly outline: Outline | null
  readonly isLookedUp: boolean
}

function PreviewCells({ row, values, letters, outline, isLookedUp }: PreviewCellsProps) {
  const styles = useStyles()
  return letters.map((letter, index) => {
    const { isInside, isHeader, top, bottom, left, right } = cellOutline(outline, row, letter)
    const style = mergeClasses(
      styles.cell,
      !isInside && styles.outside,
      isLookedUp && styles.lookedUp,
      isHeader && styles.header,
      top && styles.top,
      bottom && styles.bottom,
      left && styles.left,
      right && styles.right,
    )
    return (
      <td key={letter} className={style} title={values[index]}>
        {values[index]}
      </td>
    )
  })
}
