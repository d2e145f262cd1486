import type { ReactNode } from 'react'
import type { Dataset } from '../../domain/dataset.ts'
import { DatasetTable } from './dataset-table.tsx'
import { TableAndCard } from './table-and-card.tsx'
import type { TableColumn } from './table-column.ts'
import type { Walk } from './walk.ts'

interface WalkTableProps {
  readonly label: string
  readonly walk: Walk
  readonly columns: readonly TableColumn<Dataset>[]
  readonly openLabel?: string
  /** Where the chosen datasets are worked on. */
  readonly children: ReactNode
}

/** The datasets of a walk, with boxes to tick, and beside them what is asked of those that are chosen. */
export function WalkTable({ label, walk, columns, openLabel, children }: WalkTableProps) {
  return (
    <TableAndCard
      table={
        <DatasetTable
          label={label}
          rows={walk.datasets}
          columns={columns}
          isOpen={walk.isOpen}
          {...(openLabel !== undefined && { openLabel })}
          currentId={walk.current?.id ?? null}
          onCurrentChange={walk.goTo}
          selection={{ ids: walk.selected, onChange: walk.select }}
        />
      }
    >
      {children}
    </TableAndCard>
  )
}
