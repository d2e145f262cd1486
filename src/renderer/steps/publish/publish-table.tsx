import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Dataset } from '../../../domain/dataset.ts'
import { text } from '../../text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import type { TableColumn } from '../../ui/table-column.ts'
import type { PublishList } from './publish-list.ts'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 11fr) minmax(0, 10fr)',
    gap: '16px',
    height: '100%',
    minHeight: '420px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', height: 'auto' },
  },
  table: { minHeight: 0, [narrow]: { height: '380px' } },
})

interface PublishTableProps {
  readonly label: string
  readonly list: PublishList
  readonly columns: readonly TableColumn<Dataset>[]
  /** Where the chosen datasets are worked on. */
  readonly children: ReactNode
}

export function PublishTable({ label, list, columns, children }: PublishTableProps) {
  const styles = useStyles()
  return (
    <div className={styles.layout}>
      <div className={styles.table}>
        <DatasetTable
          label={label}
          rows={list.datasets}
          columns={columns}
          isOpen={list.isOpen}
          openLabel={text.publish.open}
          currentId={list.currentId}
          onCurrentChange={list.setCurrentId}
          selection={{ ids: list.selected, onChange: list.setSelected }}
        />
      </div>
      {children}
    </div>
  )
}
