import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { InspectionView } from '../../../contract/views.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { ColumnList } from './column-list.tsx'
import { FrequencyPanel } from './frequency-panel.tsx'
import { FurtherSheets } from './further-sheets.tsx'
import type { Inspecting } from './inspecting.ts'
import { NoticeList } from './notice-list.tsx'
import { PlanHeadingsQuestion } from './plan-headings-question.tsx'
import { RowAccountLine } from './row-account.tsx'
import { SheetPanel } from './sheet-panel.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 4fr) minmax(360px, 3fr)',
    gridTemplateRows: 'minmax(420px, 1fr)',
    gridAutoRows: 'auto',
    gap: '12px 16px',
    // Where the window is too low for all of it, the page scrolls instead of squeezing its parts.
    flex: '1 0 auto',
    [medium]: { gridTemplate: 'none / minmax(0, 1fr)' },
    [narrow]: { gridTemplate: 'none / minmax(0, 1fr)' },
  },
  sheetOnly: { gridTemplateColumns: 'minmax(0, 1fr)' },
  screen: { display: 'flex', flexDirection: 'column', gap: '12px', flex: '1 0 auto' },
  wide: { gridColumn: '1 / -1' },
})

/** The workbook with the table found in it, or with what there is to choose one from. */
export function InspectedWorkbook({ inspecting }: { readonly inspecting: Inspecting }) {
  const styles = useStyles()
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const { inspection, view, choice, asked, chosen, hasTitle, progress, choose, lookUp, assign } = inspecting
  if (view === null || choice === null) return null
  // Changing the table under a running import would leave it unclear what was imported.
  const isImporting = progress?.name === 'open.import'
  return (
    <div className={styles.screen} inert={isImporting}>
      {inspection !== null && (
        <NoticeList inspection={inspection} chosen={chosen} hasTitle={hasTitle} onLookUp={lookUp} />
      )}
      {inspection !== null && (
        <PlanHeadingsQuestion
          doubtful={inspection.doubtful}
          answer={(asked ?? choice).planHeadings ?? null}
          onAnswer={(planHeadings) => choose({ ...(asked ?? choice), planHeadings })}
        />
      )}
      <div className={mergeClasses(styles.layout, inspection === null && styles.sheetOnly)}>
        <SheetPanel inspecting={inspecting} choice={choice} view={view} pointedAt={pointedAt} />
        {inspection !== null && (
          <>
            <ColumnList
              inspection={inspection}
              chosen={chosen}
              onAssign={assign}
              onPointAt={(letter) => {
                setPointedAt(letter)
                lookUp(null)
              }}
            />
            <FurtherSheetsPart inspecting={inspecting} inspection={inspection} />
            <RowAccountLine table={inspection.table} className={styles.wide} onLookUp={lookUp} />
            <FrequencyPanel inspecting={inspecting} className={styles.wide} />
          </>
        )}
      </div>
    </div>
  )
}

interface FurtherSheetsPartProps {
  readonly inspecting: Inspecting
  readonly inspection: InspectionView
}

function FurtherSheetsPart({ inspecting, inspection }: FurtherSheetsPartProps) {
  const styles = useStyles()
  const { choice, asked, choose } = inspecting
  const shown = asked ?? choice
  if (shown === null || inspection.sameColumns.length === 0) return null
  return (
    <FurtherSheets
      sheets={inspection.sameColumns}
      taken={shown.alsoSheets ?? []}
      className={styles.wide}
      onTake={(alsoSheets) => choose({ ...shown, alsoSheets })}
    />
  )
}
