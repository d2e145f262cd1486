import type { ReactNode } from 'react'
import type { Dataset } from '../../../domain/dataset.ts'
import { text } from '../../text/text.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { TableAndCard } from '../../ui/table-and-card.tsx'
import type { TableColumn } from '../../ui/table-column.ts'
import type { PublishList } from './publish-list.ts'

interface PublishTableProps {
  readonly label: string
  readonly list: PublishList
  readonly columns: readonly TableColumn<Dataset>[]
  /** Where the chosen datasets are worked on. */
  readonly children: ReactNode
}

export function PublishTable({ label, list, columns, children }: PublishTableProps) {
  return (
    <TableAndCard
      table={
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
      }
    >
      {children}
    </TableAndCard>
  )
}
