import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { medium, narrow } from './breakpoints.ts'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 12fr) minmax(0, 10fr)',
    gap: '16px',
    height: '100%',
    minHeight: '420px',
    // Table and card keep scrolling by themselves when the guidance goes below them.
    [medium]: { height: 'calc(100vh - 200px)' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', height: 'auto' },
  },
  table: { minHeight: 0, [narrow]: { height: '380px' } },
})

interface TableAndCardProps {
  readonly table: ReactNode
  /** Where the chosen datasets are worked on. */
  readonly children: ReactNode
}

/** The datasets on one side, the chosen one on the other; one above the other where space is short. */
export function TableAndCard({ table, children }: TableAndCardProps) {
  const styles = useStyles()
  return (
    <div className={styles.layout}>
      <div className={styles.table}>{table}</div>
      {children}
    </div>
  )
}
