import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { text } from '../../text/text.ts'
import { forcedColors } from '../../ui/breakpoints.ts'
import type { Outline } from './outline.ts'
import { cellOutline, sameInRow } from './outline.ts'

const outlined = `2px solid ${tokens.colorBrandStroke1}`

const useStyles = makeStyles({
  row: {
    position: 'sticky',
    left: 0,
    padding: 0,
    minWidth: '44px',
    height: '30px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  rowButton: {
    width: '100%',
    minHeight: '30px',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
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
    textAlign: 'start',
  },
  lookedUp: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  cellLookedUp: {
    outline: `2px solid ${tokens.colorStatusWarningBorder2}`,
    outlineOffset: '-2px',
    [forcedColors]: { outline: '2px solid Highlight' },
  },
  top: { borderTop: outlined },
  left: { borderLeft: outlined },
  right: { borderRight: outlined },
  bottom: { borderBottom: outlined },
})

interface PreviewRowProps {
  readonly row: number
  readonly values: readonly string[]
  readonly letters: readonly string[]
  readonly outline: Outline | null
  /** The letter of the cell that is looked up, 'row' for all of them, null where the row is none. */
  readonly lookedUp: string | null
  readonly isInTabOrder: boolean
  /** Takes this row for the headings; null where it is only to be looked at. */
  readonly onHeading: ((row: number) => void) | null
}

/** One row of the sheet; drawn anew only where it looks different, since the headings are dragged over many. */
export const PreviewRow = memo(
  function PreviewRow({ row, values, letters, outline, lookedUp, isInTabOrder, onHeading }: PreviewRowProps) {
    const styles = useStyles()
    return (
      <tr>
        <th className={mergeClasses(styles.row, lookedUp !== null && styles.lookedUp)} scope="row">
          {onHeading === null ? (
            row
          ) : (
            <button
              type="button"
              className={styles.rowButton}
              tabIndex={isInTabOrder ? 0 : -1}
              aria-label={text.open.takeAsHeading(row)}
              title={text.open.takeAsHeading(row)}
              onClick={() => onHeading(row)}
            >
              {row}
            </button>
          )}
        </th>
        {letters.map((letter, index) => {
          const { isInside, isHeader, top, bottom, left, right } = cellOutline(outline, row, letter)
          const style = mergeClasses(
            styles.cell,
            !isInside && styles.outside,
            lookedUp !== null && styles.lookedUp,
            lookedUp === letter && styles.cellLookedUp,
            isHeader && styles.header,
            top && styles.top,
            bottom && styles.bottom,
            left && styles.left,
            right && styles.right,
          )
          return (
            <td key={letter} className={style} title={values[index]} dir="auto">
              {values[index]}
            </td>
          )
        })}
      </tr>
    )
  },
  (before, now) =>
    before.values === now.values &&
    before.letters === now.letters &&
    before.lookedUp === now.lookedUp &&
    before.isInTabOrder === now.isInTabOrder &&
    (before.onHeading === null) === (now.onHeading === null) &&
    sameInRow(before.outline, now.outline, now.row),
)
