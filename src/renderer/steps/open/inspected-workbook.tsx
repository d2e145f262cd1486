import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { wholeAccount } from '../../../domain/table/whole-table.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { ColumnList } from './column-list.tsx'
import { FurtherSheets } from './further-sheets.tsx'
import type { Inspecting } from './inspecting.ts'
import { NoticeList } from './notice-list.tsx'
import { PlanHeadingsQuestion } from './plan-headings-question.tsx'
import { RowAccountLine } from './row-account.tsx'
import { SheetPanel } from './sheet-panel.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplate: 'minmax(280px, 1fr) auto auto / minmax(0, 4fr) minmax(360px, 3fr)',
    gap: '12px 16px',
    flexGrow: 1,
    minHeight: 0,
    [medium]: { gridTemplate: 'none / minmax(0, 1fr)' },
    [narrow]: { gridTemplate: 'none / minmax(0, 1fr)' },
  },
  sheetOnly: { gridTemplate: 'minmax(280px, 1fr) / minmax(0, 1fr)' },
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

/** The workbook with the table found in it, or with what there is to choose one from. */
export function InspectedWorkbook({ inspecting }: { readonly inspecting: Inspecting }) {
  const styles = useStyles()
  const { inspection, view, choice, lookedUp, chosen, hasTitle, progress } = inspecting
  const { choose, lookUp, assign } = inspecting
  if (view === null || choice === null) return null
  const table = inspection?.table ?? null
  // Changing the table under a running import would leave it unclear what was imported.
  const isImporting = progress?.name === 'open.import'
  return (
    <div className={styles.screen} inert={isImporting}>
      {inspection !== null && <NoticeList notices={inspection.notices} hasTitle={hasTitle} />}
      {inspection !== null && (
        <PlanHeadingsQuestion
          unmarked={inspection.unmarked}
          isTaken={choice.planHeadings !== 'leave'}
          onAnswer={(isTaken) => choose({ ...choice, planHeadings: isTaken ? 'take' : 'leave' })}
        />
      )}
      <div className={mergeClasses(styles.layout, table === null && styles.sheetOnly)}>
        <SheetPanel
          view={view}
          choice={choice}
          table={table}
          lookedUp={lookedUp}
          isReading={progress !== null}
          onChoose={choose}
          onLookUp={lookUp}
        />
        {inspection !== null && table !== null && (
          <>
            <ColumnList columns={table.columns} chosen={chosen} onAssign={assign} />
            {inspection.sameColumns.length > 0 && (
              <FurtherSheets
                sheets={inspection.sameColumns}
                taken={choice.alsoSheets ?? []}
                className={styles.wide}
                onTake={(alsoSheets) => choose({ ...choice, alsoSheets })}
              />
            )}
            <RowAccountLine
              account={wholeAccount(table)}
              skipped={table.skipped}
              className={styles.wide}
              onLookUp={lookUp}
            />
          </>
        )}
      </div>
    </div>
  )
}
