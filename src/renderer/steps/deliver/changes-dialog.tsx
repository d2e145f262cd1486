import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  SearchBox,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import type { PatchReport } from '../../../domain/write-back/workbook-changes.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { DatasetGrid } from '../../ui/dataset-grid.tsx'
import { type ChangeTable, changeTables } from './change-tables.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '1100px', width: 'calc(100vw - 48px)', [narrow]: { width: '100vw', padding: '12px' } },
  body: { gridTemplateRows: 'auto minmax(0, 1fr) auto' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    height: 'calc(100vh - 220px)',
    minHeight: '220px',
    overflow: 'hidden',
    [narrow]: { height: 'calc(100vh - 130px)' },
  },
  tabs: { flexShrink: 0, flexWrap: 'wrap', marginLeft: '-10px' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
})

/** Every changed cell with old and new, every part of the file, and what could not be written: to look at before saving. */
export function ChangesDialog({
  report,
  onClose,
}: {
  readonly report: PatchReport
  readonly onClose: () => void
}) {
  const styles = useStyles()
  const { plan } = usePlan()
  const tables = useMemo(() => changeTables(report, plan), [report, plan])
  const [chosen, setChosen] = useState(tables[0]?.id)
  const table = tables.find(({ id }) => id === chosen) ?? tables[0]
  const words = text.deliver.report
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{words.dialogTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            <TabList
              className={styles.tabs}
              size="small"
              aria-label={words.dialogTitle}
              selectedValue={table?.id}
              onTabSelect={(_, { value }) => setChosen(tables.find(({ id }) => id === value)?.id)}
            >
              {tables.map(({ id, label }) => (
                <Tab key={id} value={id} id={`changes-${id}`}>
                  {label}
                </Tab>
              ))}
            </TabList>
            {table !== undefined && <ListPanel key={table.id} table={table} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {text.app.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function ListPanel({ table }: { readonly table: ChangeTable }) {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed)
  const [found, setFound] = useState(table.rows.length)
  const [currentId, setCurrent] = useState<string | null>(null)
  const words = text.deliver.report
  return (
    <>
      <div className={styles.tools}>
        <SearchBox
          size="small"
          aria-label={words.search}
          placeholder={text.table.searchPlaceholder}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
        <Text size={200} className={styles.quiet} role="status">
          {words.shown(found, table.rows.length)}
        </Text>
      </div>
      <div className={styles.list} role="tabpanel" aria-labelledby={`changes-${table.id}`}>
        <DatasetGrid
          label={table.label}
          rows={table.rows}
          columns={table.columns}
          search={search}
          currentId={currentId}
          onCurrentChange={setCurrent}
          onFound={setFound}
        />
      </div>
    </>
  )
}
