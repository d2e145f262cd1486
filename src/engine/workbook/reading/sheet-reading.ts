import type { CellRange, ColumnSpan } from '../../../domain/table/sheet-grid.ts'
import { newTextWindow, type TextWindow } from '../../encoding/text-window.ts'
import type { XmlScanner } from '../../ooxml/xml/xml-scan.ts'
import type { CellPlace } from '../cells/cell-reference.ts'
import type { NumberFormat } from '../cells/number-format.ts'
import { newPlainCell, type OnPlainCell, type PlainCell } from '../cells/plain-cells.ts'
import { limits } from '../limits.ts'
import type { SharedStrings } from '../package/shared-strings.ts'
import type { SheetLink } from './sheet-links.ts'
import { newRowCollector, type RowCollector } from './sheet-rows.ts'

/** What the cells of all sheets refer to. */
export interface CellDictionary {
  readonly strings: SharedStrings
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
}

/** How far a sheet is read, and what was found in it so far. */
export interface SheetReading {
  readonly scanner: XmlScanner
  readonly dictionary: CellDictionary
  readonly collector: RowCollector
  readonly place: CellPlace
  readonly merges: CellRange[]
  readonly links: SheetLink[]
  readonly formulaLinks: Map<number, string>
  readonly hiddenColumns: ColumnSpan[]
  filter: CellRange | null
  /** Whether the filter leaves anything out. */
  isFiltered: boolean
  /** What is too much of the sheet; null while nothing is. */
  excess: string | null
  /** Whether cells refer to what is not in the file. */
  isDamaged: boolean
  row: number
  rowHidden: boolean
  column: number
  protected: boolean
  told: number
  readonly plain: PlainCell
  /** What is done with each plain cell; given once the reading it keeps them in is there. */
  onPlain: OnPlainCell
  readonly window: TextWindow
}

export function newReading(scanner: XmlScanner, dictionary: CellDictionary): SheetReading {
  return {
    scanner,
    dictionary,
    collector: newRowCollector(),
    place: { row: 0, column: 0 },
    merges: [],
    links: [],
    formulaLinks: new Map(),
    hiddenColumns: [],
    filter: null,
    isFiltered: false,
    excess: null,
    isDamaged: false,
    row: 0,
    rowHidden: false,
    column: 0,
    protected: false,
    told: 0,
    plain: newPlainCell(),
    onPlain: () => {},
    window: newTextWindow(scanner.bytes),
  }
}

/** What there is too much of in the sheet; null while all is well. */
export function excessOf(reading: SheetReading): string | null {
  const { collector, merges, links, hiddenColumns, row, column } = reading
  if (collector.cells > limits.cells) return 'cells'
  if (merges.length > limits.merges) return 'merges'
  if (links.length > limits.hyperlinks) return 'hyperlinks'
  if (row > limits.rows) return 'rows'
  return Math.max(column, hiddenColumns.length) > limits.columns ? 'columns' : null
}
