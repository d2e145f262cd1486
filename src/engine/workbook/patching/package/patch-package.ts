import { crc32 } from 'node:zlib'
import { ok, type Result } from '../../../../domain/result.ts'
import { columnLetter } from '../../../../domain/table/sheet-grid.ts'
import type {
  PatchReport,
  PatchWarning,
  WorkbookChanges,
} from '../../../../domain/write-back/workbook-changes.ts'
import { strictSheet } from '../../../ooxml/xml/xml-namespaces.ts'
import { type NewPart, rewriteZip } from '../../../ooxml/zip/zip-writer.ts'
import { absoluteRange, sheetInFormula } from '../../cells/cell-range.ts'
import type { LoadedWorkbook } from '../../reading/loaded-workbook.ts'
import { holdsFormulas } from '../cells/formulas.ts'
import { readSheetLayout } from '../cells/sheet-layout.ts'
import { styleEdits } from '../cells/style-book.ts'
import { editedBytes, notWritten, type PatchFailure, readWritableText } from '../writable-part.ts'
import { type OwnSheets, placeChangeLog, placeOwnSheets, placeRefused } from './own-sheet-places.ts'
import { ownSheetXml, rowsBelow } from './own-sheets.ts'
import { type Registration, registerSheets } from './part-registry.ts'
import { patchSheets } from './patch-sheets.ts'
import { startWork, type TouchedSheet, type TouchedSheets, type Work } from './patch-work.ts'
import { pivotWarnings } from './pivot-sources.ts'
import type { PlacedSheet } from './plan-sheets.ts'
import { type HiddenName, workbookEdits } from './workbook-edits.ts'

/** New bytes and everything that is to be checked and told about them. */
export interface PatchedPackage {
  readonly bytes: Buffer
  readonly sheets: readonly TouchedSheet[]
  readonly ownSheets: readonly PlacedSheet[]
  readonly replaced: ReadonlySet<string>
  readonly added: ReadonlySet<string>
  readonly summary: Omit<PatchReport, 'comparison'>
}

export function patchPackage(
  opened: LoadedWorkbook,
  changes: WorkbookChanges,
): Result<PatchedPackage, PatchFailure> {
  const work = startWork(opened, changes)
  if (!work.ok) return work
  const own = placeOwnSheets(work.value)
  const touched = patchSheets(work.value, own)
  if (!touched.ok) return touched
  const pivots = pivotWarnings(opened, changedSheets(touched.value))
  if (!pivots.ok) return pivots
  const placed = placeRefused(work.value, usedSheets(own, touched.value), touched.value)
  const told = placeChangeLog(work.value, placed, touched.value)
  return assemble(work.value, told, touched.value, pivots.value)
}

function changedSheets({ sheets }: TouchedSheets): readonly string[] {
  return sheets.filter(({ patch }) => patch.written.length > 0).map(({ part }) => part.name)
}

/** The hidden sheet of choices is only needed where a column took its choices from it. */
function usedSheets(own: OwnSheets, touched: TouchedSheets): OwnSheets {
  const { listSheet } = own
  const used = touched.sheets.some(({ patch }) =>
    patch.placed.some(({ added }) => own.lists.formulaOf(added, '')?.startsWith('"') === false),
  )
  if (listSheet === null || used) return own
  return { ...own, placed: own.placed.filter((one) => one !== listSheet), listSheet: null }
}

function assemble(
  work: Work,
  own: OwnSheets,
  touched: TouchedSheets,
  pivots: readonly PatchWarning[],
): Result<PatchedPackage, PatchFailure> {
  const { archive, package: workbook } = work.opened
  const fresh = own.placed.filter((one) => one.earlier === null)
  const registration = registerSheets(archive, workbook.workbook, fresh.length)
  if (!registration.ok) return registration
  const recalculate = mustRecalculate(work, touched)
  if (!recalculate.ok) return recalculate
  const parts = ownParts(work, own, registration.value)
  if (!parts.ok) return parts
  const { added, longer } = parts.value
  const replaced = new Map<string, Buffer>([...registration.value.replaced, ...longer])
  for (const { part, patch } of touched.sheets) {
    replaced.set(part.entry.name, patch.bytes)
    for (const [name, bytes] of patch.tables) replaced.set(name, bytes)
  }
  replaced.set(workbook.workbook.name, workbookXml(work, own, touched, registration.value, recalculate.value))
  if (work.styles !== null) {
    replaced.set(work.styles.entry.name, editedBytes(work.styles, styleEdits(work.styles.book)))
  }
  const changed = new Map([...replaced].filter(([name, content]) => !isUnchanged(work, name, content)))
  return ok({
    bytes: rewriteZip(archive, { replaced: changed, added }),
    sheets: touched.sheets,
    ownSheets: own.placed,
    replaced: new Set(changed.keys()),
    added: new Set(added.map((part) => part.name)),
    summary: summaryOf(work, own, touched, pivots),
  })
}

function isUnchanged({ opened }: Work, name: string, content: Buffer): boolean {
  const entry = opened.archive.entries.find((one) => one.name === name)
  return entry !== undefined && entry.size === content.length && entry.crc === crc32(content)
}

interface OwnParts {
  /** Earlier sheets of ours with what they say now besides, by the names of their parts. */
  readonly longer: ReadonlyMap<string, Buffer>
  readonly added: readonly NewPart[]
}

function ownParts(work: Work, own: OwnSheets, registration: Registration): Result<OwnParts, PatchFailure> {
  const { archive, package: workbook } = work.opened
  const strict = work.workbookPart.root.attributes.some(({ value }) => value === strictSheet)
  const dialect = { strict, date1904: workbook.date1904, styles: work.styles?.book ?? null }
  const longer = new Map<string, Buffer>()
  const added: NewPart[] = []
  for (const { sheet, earlier } of own.placed) {
    if (earlier === null) {
      const content = Buffer.from(ownSheetXml(sheet, dialect), 'utf8')
      added.push({ name: registration.sheets[added.length]?.part ?? '', content })
      continue
    }
    const text = readWritableText(archive, earlier.entry)
    if (!text.ok) return text
    const layout = readSheetLayout(text.value.bytes, { from: 1, to: 1 })
    if (typeof layout === 'string') return notWritten(`order of the rows in ${earlier.entry.name}`)
    longer.set(earlier.entry.name, editedBytes(text.value, rowsBelow(layout, sheet, dialect)))
  }
  return ok({ longer, added })
}

function workbookXml(
  work: Work,
  own: OwnSheets,
  touched: TouchedSheets,
  registration: Registration,
  recalculate: boolean,
): Buffer {
  const fresh = own.placed.filter((one) => one.earlier === null)
  const filters = touched.sheets.flatMap(({ part, patch: { filter } }) =>
    filter === null ? [] : [{ sheet: part.name, ...filter }],
  )
  const edits = workbookEdits(work.workbookPart, {
    names: [...columnMarks(touched), ...own.placed.map((one) => one.mark)],
    sheets: fresh.map(({ sheet }, index) => {
      const relationship = registration.sheets[index]?.relationship ?? ''
      return { name: sheet.name, hidden: sheet.hidden, relationship }
    }),
    filters,
    growths: touched.sheets.map(({ part, patch }) => ({ sheet: part.name, growth: patch.growth })),
    recalculate,
  })
  return editedBytes(work.workbookPart, edits)
}

function columnMarks({ sheets }: TouchedSheets): readonly HiddenName[] {
  return sheets.flatMap(({ part, patch }) =>
    patch.placed.map(({ added, column }) => {
      const { headerRow } = patch
      const cell = absoluteRange({
        firstRow: headerRow,
        lastRow: headerRow,
        firstColumn: column,
        lastColumn: column,
      })
      return { name: added.mark, refersTo: `${sheetInFormula(part.name)}!${cell}` }
    }),
  )
}

/** Formulas anywhere may read what changed; which ones do is Excel's to find out. */
function mustRecalculate(work: Work, touched: TouchedSheets): Result<boolean, PatchFailure> {
  if (!touched.sheets.some(({ patch }) => patch.written.length > 0)) return ok(false)
  if (touched.sheets.some(({ patch }) => patch.written.some((write) => write.formula !== undefined))) {
    return ok(true)
  }
  const touchedParts = new Set(touched.sheets.map(({ part }) => part))
  if (touched.sheets.some(({ patch }) => patch.hasFormulas)) return ok(true)
  for (const sheet of work.opened.package.sheets) {
    if (touchedParts.has(sheet)) continue
    const holds = holdsFormulas(work.opened.archive, sheet.entry)
    if (!holds.ok) return holds
    if (holds.value) return ok(true)
  }
  return ok(false)
}

function summaryOf(
  work: Work,
  own: OwnSheets,
  touched: TouchedSheets,
  pivots: readonly PatchWarning[],
): PatchedPackage['summary'] {
  const patches = touched.sheets.map(({ patch }) => patch)
  return {
    changedCells: patches.flatMap(({ written }) => written.filter((write) => write.look === null)).length,
    addedColumns: patches
      .flatMap(({ placed }) => placed)
      .map(({ header, column }) => ({ header, letter: columnLetter(column) })),
    addedRows: touched.sheets.flatMap(({ part, patch }) =>
      patch.placedRows.map(({ row }) => ({ sheet: part.name, row })),
    ),
    addedSheets: own.placed.map(({ sheet }) => sheet.name),
    refused: [...touched.refused, ...patches.flatMap(({ refused }) => refused), ...own.refused],
    warnings: [
      ...(work.opened.package.signed ? [{ where: '', code: 'signature-broken' as const }] : []),
      ...patches.flatMap(({ warnings }) => warnings),
      ...pivots,
    ],
  }
}
