import { makeStyles } from '@fluentui/react-components'
import type { WorkbookInspection } from '../../../domain/inventory-table.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { ColumnList } from './column-list.tsx'
import type { Inspecting } from './inspecting.ts'
import { choiceOf } from './inspecting.ts'
import { NoticeList } from './notice-list.tsx'
import { RowAccountLine } from './row-account.tsx'
import { SheetPanel } from './sheet-panel.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplate: 'minmax(280px, 1fr) auto / minmax(0, 4fr) minmax(360px, 3fr)',
    gap: '12px 16px',
    flexGrow: 1,
    minHeight: 0,
    [medium]: { gridTemplate: 'none / minmax(0, 1fr)' },
    [narrow]: { gridTemplate: 'none / minmax(0, 1fr)' },
  },
  screen: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    height: '100%',
    [medium]: { height: 'auto' },
    [narrow]: { height: 'auto' },
  },
  wide: { gridColumn: '1 / -1' },
})

interface InspectedWorkbookProps {
  readonly inspecting: Inspecting
  readonly inspection: WorkbookInspection
}

export function InspectedWorkbook({ inspecting, inspection }: InspectedWorkbookProps) {
  const styles = useStyles()
  const { chosen, hasTitle, choose, assign, progress } = inspecting
  // Changing the table under a running import would leave it unclear what was imported.
  const isImporting = progress?.name === 'open.import'
  return (
    <div className={styles.screen} inert={isImporting}>
      <NoticeList notices={inspection.notices} hasTitle={hasTitle} />
      <div className={styles.layout}>
        <SheetPanel inspection={inspection} choice={choiceOf(inspection)} onChoose={choose} />
        <ColumnList columns={inspection.table.columns} chosen={chosen} onAssign={assign} />
        <RowAccountLine account={inspection.table.account} className={styles.wide} />
      </div>
    </div>
  )
}
