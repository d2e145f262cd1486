import { makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { text } from '../../text/text.ts'
import { forcedColors } from '../../ui/breakpoints.ts'
import type { Outline } from './outline.ts'
import { topRow } from './outline.ts'

const handleHeight = 24

const useStyles = makeStyles({
  // As wide as the sheet, so that the handle stays in sight when the sheet is scrolled sideways.
  line: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${handleHeight}px`,
    zIndex: 2,
    display: 'flex',
    pointerEvents: 'none',
  },
  handle: {
    position: 'sticky',
    right: '0',
    marginLeft: 'auto',
    padding: '0 10px',
    border: 'none',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'ns-resize',
    pointerEvents: 'auto',
    touchAction: 'none',
    userSelect: 'none',
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      boxShadow: `0 0 0 1px ${tokens.colorStrokeFocus1}`,
    },
    [forcedColors]: { border: '1px solid ButtonText' },
  },
})

interface HeadingHandleProps {
  /** As it is shown, with the headings where they are being moved to. */
  readonly outline: Outline
  /** The rows on screen. */
  readonly rows: readonly number[]
  /** The sheet's last row. */
  readonly lastRow: number
  readonly body: RefObject<HTMLTableSectionElement | null>
  /** Under the mouse, not let go yet; null where the dragging was broken off. */
  readonly onDrag: (row: number | null) => void
  readonly onDrop: (row: number) => void
}

/** Marks the heading row, and moves it: drag it, or use the arrow keys. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one gesture from its beginning to its end.
export function HeadingHandle({ outline, rows, lastRow, body, onDrag, onDrop }: HeadingHandleProps) {
  const styles = useStyles()
  const { headerRow, headerRows } = outline
  const grabbedAt = useRef<number | null>(null)
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const row = body.current?.rows[shownIndex(rows, topRow(outline))]
    if (line.current === null || row === undefined) return
    line.current.style.top = `${Math.max(0, row.offsetTop - handleHeight)}px`
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = rowByKey(event.key, headerRow, lastRow)
    if (wanted === null) return
    event.preventDefault()
    event.stopPropagation()
    onDrop(wanted)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const row = body.current?.rows[shownIndex(rows, headerRow)]
    if (event.button !== 0 || row === undefined) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { top, height } = row.getBoundingClientRect()
    grabbedAt.current = top + height / 2 - event.clientY
  }
  const rowUnder = (event: PointerEvent): number | null => {
    if (grabbedAt.current === null || body.current === null) return null
    const place = indexAt(body.current, event.clientY + grabbedAt.current)
    body.current.rows[place]?.scrollIntoView({ block: 'nearest' })
    return rows[place] ?? null
  }
  const words = text.open.headingsIn(topRow(outline), headerRow)
  return (
    <div ref={line} className={styles.line}>
      <button
        type="button"
        role="slider"
        className={styles.handle}
        aria-label={text.open.headingHandle}
        aria-orientation="vertical"
        aria-valuemin={headerRows}
        aria-valuemax={Math.max(lastRow, headerRow)}
        aria-valuenow={headerRow}
        aria-valuetext={words}
        title={text.open.headingHint}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          const row = rowUnder(event)
          if (row !== null) onDrag(row)
        }}
        onPointerUp={(event) => {
          const row = rowUnder(event)
          grabbedAt.current = null
          if (row !== null) onDrop(row)
        }}
        onPointerCancel={() => {
          grabbedAt.current = null
          onDrag(null)
        }}
      >
        {words}
      </button>
    </div>
  )
}

/** Down is down the sheet, whatever the number does; left and right are left to scrolling. */
function rowByKey(key: string, row: number, lastRow: number): number | null {
  const steps: { readonly [key: string]: number } = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -lastRow,
  }
  const step = steps[key]
  if (step === undefined) return null
  return Math.max(1, Math.min(row + step, lastRow))
}

/** The place of a row among those on screen, or of the one nearest to it. */
function shownIndex(rows: readonly number[], row: number): number {
  return Math.max(0, Math.min(row - (rows[0] ?? 1), rows.length - 1))
}

function indexAt(body: HTMLTableSectionElement, y: number): number {
  const below = [...body.rows].findIndex((row) => row.getBoundingClientRect().bottom > y)
  return below === -1 ? body.rows.length - 1 : below
}
