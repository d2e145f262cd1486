import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { WorkbookView } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'
import type { Inspecting } from './inspecting.ts'
import { leftOutRows } from './left-out.ts'
import type { Place } from './mapping-state.ts'

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    minHeight: '40px',
    padding: '4px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  words: { marginRight: 'auto' },
})

interface PreviewFooterProps {
  readonly inspecting: Inspecting
  readonly view: WorkbookView
  readonly isBusy: boolean
}

/** Which part of the sheet is on screen, and the ways to its other parts. */
export function PreviewFooter({ inspecting, view, isBusy }: PreviewFooterProps) {
  const styles = useStyles()
  const { inspection, lookedUp, lookUp, showFrom } = inspecting
  const { rows, sheet } = view.preview
  const [first = 1, last = rows.at(-1) ?? 1] = [rows[0], rows.at(-1)]
  const lastRow = view.sheets.find(({ name }) => name === sheet)?.rows ?? last
  const table = inspection?.table
  const isAway = table !== undefined && (sheet !== table.sheet || !rows.includes(table.headerRow))
  return (
    <div className={styles.footer}>
      <Text size={200} role="status" className={styles.words}>
        {lookedUp === null ? text.open.rowsShown(first, last, lastRow) : placeInWords(lookedUp, inspecting)}
      </Text>
      {table !== undefined && (isAway || lookedUp !== null) && (
        <Link as="button" onClick={() => lookUp(null)}>
          {text.open.backToHeadings(table.headerRow)}
        </Link>
      )}
      {(first > 1 || last < lastRow) && (
        <>
          <Button
            size="small"
            disabledFocusable={isBusy || first === 1}
            onClick={() => showFrom(first - rows.length)}
          >
            {text.open.earlierRows}
          </Button>
          <Button
            size="small"
            disabledFocusable={isBusy || last >= lastRow}
            onClick={() => showFrom(last + 1)}
          >
            {text.open.laterRows}
          </Button>
        </>
      )}
    </div>
  )
}

function placeInWords({ sheet, row, letter }: Place, { inspection }: Inspecting): string {
  if (letter !== null) return text.open.cell(letter, row, sheet)
  const leftOut = inspection === null ? [] : leftOutRows(inspection.table)
  const found = leftOut.find((one) => one.sheet === sheet && one.first <= row && row <= one.last)
  return found === undefined
    ? text.open.row(row)
    : text.open.leftOutRows(found.first, found.last, found.reason)
}
