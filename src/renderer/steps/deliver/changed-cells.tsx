import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ChangedCell } from '../../../domain/write-back/workbook-changes.ts'
import { text } from '../../text.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  heading: {
    padding: '4px 8px',
    textAlign: 'left',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  cell: {
    padding: '4px 8px',
    verticalAlign: 'top',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** More would make the page slow, and the file itself holds them all. */
const mostListed = 1000

/** Every cell that differs from the original, on demand. */
export function ChangedCells({ cells }: { readonly cells: readonly ChangedCell[] }) {
  const styles = useStyles()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  if (cells.length === 0) return null
  const words = text.deliver.report
  return (
    <div className={styles.part}>
      <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.hideCells : words.changedCells(cells.length)}
      </Button>
      {isOpen && <CellTable id={id} cells={cells.slice(0, mostListed)} />}
      {isOpen && cells.length > mostListed && (
        <Text size={200} className={styles.quiet}>
          {words.moreCells(cells.length - mostListed)}
        </Text>
      )}
    </div>
  )
}

function CellTable({ id, cells }: { readonly id: string; readonly cells: readonly ChangedCell[] }) {
  const styles = useStyles()
  const words = text.deliver.report
  return (
    <table id={id} className={styles.table} aria-label={words.cellTable}>
      <thead>
        <tr>
          {[words.cell, words.before, words.after].map((heading) => (
            <th key={heading} scope="col" className={styles.heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map(({ sheet, cell, before, after }) => (
          <tr key={`${sheet}!${cell}`}>
            <th scope="row" className={styles.cell}>
              {sheet}!{cell}
            </th>
            <td className={styles.cell}>
              {before || <span className={styles.quiet}>{words.emptyCell}</span>}
            </td>
            <td className={styles.cell}>
              {after || <span className={styles.quiet}>{words.emptyCell}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
