import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { howMany } from '../../domain/how-many.ts'
import { count, text } from '../text/text.ts'
import { DatasetGrid } from './dataset-grid.tsx'
import { SelectionLine, TableFilter, TableSearch } from './dataset-table-tools.tsx'
import type { TableColumn, TableRow } from './table-column.ts'

const useStyles = makeStyles({
  table: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '320px',
    height: '100%',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0, flexGrow: 1 },
  empty: { padding: '24px', color: tokens.colorNeutralForeground2 },
})

interface DatasetTableProps<Row extends TableRow> {
  /** What the table holds, for screen readers. */
  readonly label: string
  /** Rows must be the same objects while they are unchanged. */
  readonly rows: readonly Row[]
  readonly columns: readonly TableColumn<Row>[]
  /** Whether the step's question is still open for a row; offers the filter "Not answered". Always the same function. */
  readonly isOpen?: (row: Row) => boolean
  readonly openLabel?: string
  readonly currentId: string | null
  readonly onCurrentChange: (id: string) => void
  /** With it, rows have check boxes. */
  readonly selection?: {
    readonly ids: readonly string[]
    readonly onChange: (ids: readonly string[]) => void
  }
  readonly emptyText?: string
}

/** Datasets to search, filter, select and go through by keyboard. */
export function DatasetTable<Row extends TableRow>(props: DatasetTableProps<Row>) {
  const { label, rows, columns, isOpen, currentId, selection } = props
  const styles = useStyles()
  const [search, setSearch] = useState('')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [found, setFound] = useState(rows.length)

  const open = useMemo(() => (isOpen === undefined ? 0 : howMany(rows, isOpen)), [rows, isOpen])
  // The row being worked on stays in sight when its answer takes it out of the filter.
  const kept = onlyOpen ? currentId : null
  const shown = useMemo(
    () => (onlyOpen && isOpen ? rows.filter((row) => isOpen(row) || row.id === kept) : rows),
    [rows, isOpen, onlyOpen, kept],
  )

  return (
    <section className={styles.table} aria-label={label}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.heading}>
          {count(rows.length, 'dataset')}
        </Subtitle2>
        {isOpen !== undefined && (
          <TableFilter
            openLabel={props.openLabel ?? text.table.notAnswered}
            open={open}
            all={rows.length}
            onlyOpen={onlyOpen}
            onChange={setOnlyOpen}
          />
        )}
        <TableSearch onSearch={setSearch} found={search === '' ? null : found} />
      </div>
      {selection !== undefined && selection.ids.length > 0 && (
        <SelectionLine selected={selection.ids.length} onClear={() => selection.onChange([])} />
      )}
      {shown.length === 0 ? (
        <Text className={styles.empty}>
          {onlyOpen ? text.table.allAnswered : (props.emptyText ?? text.table.empty)}
        </Text>
      ) : (
        <DatasetGrid
          label={label}
          rows={shown}
          columns={columns}
          search={search}
          currentId={currentId}
          onCurrentChange={props.onCurrentChange}
          onFound={setFound}
          {...(selection && { selection })}
        />
      )}
    </section>
  )
}
