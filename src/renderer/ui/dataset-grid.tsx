import type {
  CellClassParams,
  CellFocusedEvent,
  ColDef,
  GridApi,
  RowSelectionOptions,
} from 'ag-grid-community'
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  LocaleModule,
  ModuleRegistry,
  QuickFilterModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { nonce } from '../nonce.ts'
import { text } from '../text/text.ts'
import './dataset-grid.css'
import { useGridRows } from './grid-rows.ts'
import { gridTheme } from './grid-theme.ts'
import type { TableColumn, TableRow } from './table-column.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  LocaleModule,
  QuickFilterModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
])

interface DatasetGridProps<Row extends TableRow> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly TableColumn<Row>[]
  readonly search: string
  readonly currentId: string | null
  readonly onCurrentChange: (id: string) => void
  readonly onFound: (rows: number) => void
  readonly selection?: {
    readonly ids: readonly string[]
    readonly onChange: (ids: readonly string[]) => void
  }
}

/** The grid itself: columns as a step gave them, arrow keys within, Tab past it. */
export function DatasetGrid<Row extends TableRow>(props: DatasetGridProps<Row>) {
  const { label, rows, columns, search, currentId, selection } = props
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const context = useRef<GridContext>({ currentId })
  const columnDefs = useMemo(() => columns.map(columnDefOf), [columns])
  const rowData = useGridRows(api, rows, search !== '')

  useCurrentRow(api, context.current, currentId)
  useSelection(api, selection?.ids)

  return (
    <div className="dataset-grid">
      <AgGridReact<Row>
        theme={gridTheme}
        {...(nonce === undefined ? {} : { styleNonce: nonce })}
        rowData={rowData}
        columnDefs={columnDefs}
        context={context.current}
        getRowId={({ data }) => data.id}
        {...(selection && { rowSelection: rowSelection as RowSelectionOptions<Row> })}
        selectionColumnDef={selectionColumn}
        quickFilterText={search}
        cacheQuickFilter
        ensureDomOrder
        animateRows={false}
        enableBrowserTooltips
        suppressDragLeaveHidesColumns
        suppressMovableColumns
        localeText={localeText}
        tabToNextHeader={() => false}
        tabToNextCell={() => false}
        onGridReady={(event) => {
          event.api.setGridAriaProperty('label', label)
          setApi(event.api)
        }}
        onModelUpdated={(event) => props.onFound(event.api.getDisplayedRowCount())}
        onCellFocused={(event) => {
          const id = focusedId(event)
          if (id !== null && id !== currentId) props.onCurrentChange(id)
        }}
        onSelectionChanged={(event) => {
          // Rows selected from outside are known there already.
          if (event.source !== 'api') selection?.onChange(event.api.getSelectedRows().map(({ id }) => id))
        }}
      />
    </div>
  )
}

interface GridContext {
  currentId: string | null
}

const rowSelection: RowSelectionOptions = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: true,
  selectAll: 'filtered',
  enableClickSelection: false,
}

const currentRowRules = {
  'current-row': ({ node, context }: CellClassParams) => node.id === (context as GridContext).currentId,
}

const selectionColumn = { width: 44, resizable: false, sortable: false, cellClassRules: currentRowRules }

const localeText = {
  ariaRowToggleSelection: text.table.selectRow,
  ariaRowSelectAll: text.table.selectAll,
  noRowsToShow: text.table.noMatch,
  noMatchingRows: text.table.noMatch,
}

function columnDefOf<Row extends TableRow>(column: TableColumn<Row>): ColDef<Row> {
  const { id, heading, text: textOf, sortBy, show, width } = column
  return {
    colId: id,
    headerName: heading,
    valueGetter: ({ data }) => (data === undefined ? '' : textOf(data)),
    tooltipValueGetter: ({ data }) => (data === undefined ? '' : textOf(data)),
    ...(sortBy && {
      comparator: (_a, _b, nodeA, nodeB) =>
        nodeA.data === undefined || nodeB.data === undefined
          ? 0
          : compare(sortBy(nodeA.data), sortBy(nodeB.data)),
    }),
    ...(show && {
      cellRenderer: ({ data }: { readonly data?: Row }) => (data === undefined ? null : show(data)),
      // What is shown may hang on more than the text, so the data decides whether it is drawn again.
      equals: () => false,
    }),
    ...(width === undefined ? { flex: 1, minWidth: 120 } : { width }),
    cellClassRules: currentRowRules,
  }
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
}

function focusedId(event: CellFocusedEvent): string | null {
  if (event.rowIndex === null) return null
  return event.api.getDisplayedRowAtIndex(event.rowIndex)?.id ?? null
}

/** Shows which row is being worked on, and keeps it in sight. */
function useCurrentRow<Row>(api: GridApi<Row> | null, context: GridContext, currentId: string | null): void {
  useEffect(() => {
    if (api === null) return
    const before = context.currentId
    context.currentId = currentId
    const rowNodes = [before, currentId].flatMap((id) => (id === null ? [] : (api.getRowNode(id) ?? [])))
    api.refreshCells({ rowNodes, force: true })
    const current = currentId === null ? undefined : api.getRowNode(currentId)
    if (current === undefined || current.rowIndex === null) return
    api.ensureNodeVisible(current)
    // Whoever works in the grid goes on from the new row with the arrow keys.
    const focused = api.getFocusedCell()
    const isElsewhere = focused && focused.rowIndex !== current.rowIndex
    if (isElsewhere && isInGrid(document.activeElement)) {
      api.setFocusedCell(current.rowIndex, focused.column)
    }
  }, [api, context, currentId])
}

function isInGrid(element: Element | null): boolean {
  return element !== null && element.closest('.dataset-grid .ag-cell') !== null
}

/** Takes over a selection that was changed outside, such as cleared. */
function useSelection<Row>(api: GridApi<Row> | null, ids: readonly string[] | undefined): void {
  useEffect(() => {
    if (api !== null && ids !== undefined && ids.length === 0) api.deselectAll()
  }, [api, ids])
}
