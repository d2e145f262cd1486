import { resolve } from 'node:path'
import type { Client } from '../contract/client.ts'
import type { AppError } from '../contract/errors.ts'
import type { WorkbookInspection } from '../domain/inventory-table.ts'
import { inventoryFieldLabels } from '../domain/labels.ts'
import type { Result } from '../domain/result.ts'
import type { Engine } from '../engine/index.ts'
import { parametersFrom, withTemporaryEngine } from './engine-session.ts'
import { printJson, refused, sentence, UsageError } from './say.ts'

/** What the open screen would see of each file. A file that fails does not stop the others. */
export async function inspect(typed: readonly string[]): Promise<number> {
  const { files, json } = parametersFrom(typed, ['--json'])
  if (files.length === 0) throw new UsageError('Name a file to inspect')
  return withTemporaryEngine(async ({ engine, client }) => {
    let code = 0
    for (const file of files) {
      const inspected = await inspectFile(engine, client, file)
      if (json) printJson(asJson(file, inspected))
      else if (inspected.ok) process.stdout.write(inWords(file, inspected.value))
      if (!inspected.ok) {
        code = 1
        if (!json) refused(inspected.error, file)
      }
    }
    return code
  })
}

export async function inspectFile(
  engine: Engine,
  client: Client,
  file: string,
): Promise<Result<WorkbookInspection, AppError>> {
  const received = engine.receive({ path: resolve(file) })
  if (!received.ok) return received
  return client.call('open.inspect', { fileId: received.value.fileId, choice: null })
}

function asJson(file: string, inspected: Result<WorkbookInspection, AppError>): unknown {
  if (!inspected.ok) {
    return { file, ok: false, code: inspected.error.code, message: sentence(inspected.error) }
  }
  const { format, sheets, table, sameColumns, notices, marks, doubtful } = inspected.value
  return {
    file,
    ok: true,
    format,
    sheets: sheets.map(({ name, state }) => ({ name, state })),
    table: {
      sheet: table.sheet,
      headerRow: table.headerRow,
      headerRows: table.headerRows,
      firstRow: table.firstRow,
      lastRow: table.lastRow,
      datasets: table.datasets,
      columns: table.columns.map(({ letter, header, field, confidence }) => ({
        letter,
        header,
        field,
        confidence,
      })),
    },
    sameColumns: sameColumns.map(({ sheet, datasets }) => ({ sheet, datasets })),
    planColumns: marks.map(({ name, sheet, letter }) => ({ name, sheet, letter })),
    maybePlanColumns: doubtful.map(({ name, sheet, letter }) => ({ name, sheet, letter })),
    problems: notices,
  }
}

function inWords(file: string, { table }: WorkbookInspection): string {
  const columns = table.columns.map(
    ({ letter, header, field, confidence }) =>
      `  ${letter.padEnd(3)} ${header}  →  ${field === null ? 'not used' : `${inventoryFieldLabels[field]} (${confidence})`}`,
  )
  const { account } = table
  return [
    `${file}: sheet “${table.sheet}”, headings in row ${table.headerRow}`,
    `  ${account.rows} rows: ${account.datasets} datasets, ${account.header} heading, ${account.above} above, ${account.blank} blank, ${account.other} other`,
    ...columns,
    '',
  ].join('\n')
}
