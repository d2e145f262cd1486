import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RefObject } from 'react'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { SheetPreview } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { HeadingHandle } from './heading-handle.tsx'
import type { Place } from './mapping-state.ts'
import type { Outline } from './outline.ts'
import { outlineAt, topRow } from './outline.ts'
import { PreviewRow } from './preview-row.tsx'

const useStyles = makeStyles({
  scroll: {
    // As high as there is room, however many rows it holds.
    flex: '1 1 0',
    contain: 'size',
    overflow: 'auto',
    [medium]: { contain: 'none', flex: '0 0 auto', maxHeight: '340px' },
    [narrow]: { contain: 'none', maxHeight: '320px' },
  },
  sheet: { position: 'relative', width: 'max-content' },
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
  pointedAt: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  corner: { left: 0, zIndex: 2 },
  // What is shown is about to be replaced.
  stale: { opacity: 0.5 },
})

interface SheetPreviewTableProps {
  readonly preview: SheetPreview
  /** null where no headings are known. */
  readonly outline: Outline | null
  /** The sheet's last row. */
  readonly lastRow: number
  readonly lookedUp: Pick<Place, 'row' | 'letter'> | null
  /** The column somebody points at elsewhere. */
  readonly pointedAt: string | null
  /** Whether other headings, or another sheet, are being read. */
  readonly isStale: boolean
  /** null where the headings are not to be moved. */
  readonly onHeaderRow: ((row: number) => void) | null
}

/** A part of the sheet with the headings marked and the table outlined. */
export function SheetPreviewTable(props: SheetPreviewTableProps) {
  const { preview, outline, lastRow, lookedUp, isStale, onHeaderRow } = props
  const styles = useStyles()
  const body = useRef<HTMLTableSectionElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const { sheet, letters, rows } = preview
  const shown = outline === null || dragged === null ? outline : outlineAt(outline, dragged)
  useRowInSight(scroll, body, rows, lookedUp, outline === null ? null : topRow(outline))
  useColumnInSight(scroll, body, letters, lookedUp?.letter ?? props.pointedAt)
  const drop = useLatest((row: number) => {
    setDragged(null)
    if (row !== outline?.headerRow) onHeaderRow?.(row)
  })
  return (
    <div className={styles.scroll} ref={scroll}>
      <div className={styles.sheet}>
        <table
          className={mergeClasses(styles.table, isStale && styles.stale)}
          aria-label={text.open.previewOf(sheet)}
          aria-busy={isStale}
        >
          <PreviewLetters letters={letters} pointedAt={props.pointedAt} />
          <tbody ref={body}>
            {rows.map((row, index) => (
              <PreviewRow
                key={row}
                row={row}
                values={preview.cells[index] ?? []}
                letters={letters}
                outline={shown}
                lookedUp={lookedUp?.row === row ? (lookedUp.letter ?? 'row') : null}
                // Where there is a handle it takes the keyboard, and not every row needs to.
                isInTabOrder={shown === null}
                onHeading={onHeaderRow === null ? null : drop}
              />
            ))}
          </tbody>
        </table>
        {shown !== null && onHeaderRow !== null && (isStale || rows.includes(shown.headerRow)) && (
          <HeadingHandle
            outline={shown}
            rows={rows}
            lastRow={lastRow}
            body={body}
            onDrag={setDragged}
            onDrop={drop}
          />
        )}
      </div>
    </div>
  )
}

/** A function that stays the same and does what was said last, for rows that are not drawn anew. */
function useLatest(act: (row: number) => void): (row: number) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((row) => latest.current(row), [])
}

/** So much of the top is covered by the letters and the handle. */
const coveredHeight = 60

/** Brings into sight what is looked up, or the headings where they move; other rows are shown from their first on. */
function useRowInSight(
  scroll: RefObject<HTMLDivElement | null>,
  body: RefObject<HTMLTableSectionElement | null>,
  rows: readonly number[],
  lookedUp: Pick<Place, 'row'> | null,
  headings: number | null,
): void {
  useLayoutEffect(() => {
    const shown = body.current?.rows[rows.indexOf(lookedUp?.row ?? headings ?? 0)]
    const area = scroll.current
    if (area === null) return
    // Only the sheet is scrolled for the headings; for what somebody asked to see, the page is too.
    if (lookedUp !== null) area.scrollIntoView({ block: 'nearest' })
    const top = (shown?.offsetTop ?? 0) - coveredHeight
    const bottom = top + coveredHeight + (shown?.offsetHeight ?? 0)
    if (shown === undefined || top < area.scrollTop) area.scrollTop = top
    else if (bottom > area.scrollTop + area.clientHeight) area.scrollTop = bottom - area.clientHeight
  }, [scroll, body, rows, lookedUp, headings])
}

function useColumnInSight(
  scroll: RefObject<HTMLDivElement | null>,
  body: RefObject<HTMLTableSectionElement | null>,
  letters: readonly string[],
  letter: string | null,
): void {
  useLayoutEffect(() => {
    const cell = letter === null ? undefined : body.current?.rows[0]?.cells[letters.indexOf(letter) + 1]
    if (cell === undefined || scroll.current === null) return
    // The column of row numbers stays in front of what is scrolled under it.
    const front = body.current?.rows[0]?.cells[0]?.offsetWidth ?? 0
    const { scrollLeft, clientWidth } = scroll.current
    const isInSight =
      cell.offsetLeft >= scrollLeft + front && cell.offsetLeft + cell.offsetWidth <= scrollLeft + clientWidth
    if (!isInSight) scroll.current.scrollLeft = cell.offsetLeft - front
  }, [scroll, body, letters, letter])
}

interface PreviewLettersProps {
  readonly letters: readonly string[]
  readonly pointedAt: string | null
}

function PreviewLetters({ letters, pointedAt }: PreviewLettersProps) {
  const styles = useStyles()
  return (
    <thead>
      <tr>
        <th className={mergeClasses(styles.letter, styles.corner)} scope="col">
          {text.open.rowColumn}
        </th>
        {letters.map((letter) => (
          <th
            key={letter}
            className={mergeClasses(styles.letter, letter === pointedAt && styles.pointedAt)}
            scope="col"
          >
            {letter}
          </th>
        ))}
      </tr>
    </thead>
  )
}
