import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Client } from '../contract/client.ts'
import type { AppError } from '../contract/errors.ts'
import type { FileHandle } from '../contract/views.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { type Engine, writeSafely } from '../engine/index.ts'
import { parametersFrom, withTemporaryEngine } from './engine-session.ts'
import { printJson, refused, sentence, UsageError } from './say.ts'

type Kind = 'workbook' | 'plan-document'

interface Draft {
  readonly plan: string
  readonly datasets: number
  readonly files: readonly { readonly kind: Kind; readonly path: string }[]
}

/** Opens an inventory with the suggested mapping and writes the plan and every deliverable into a folder. */
export async function draft(typed: readonly string[]): Promise<number> {
  const { files, json, out } = parametersFrom(typed, (problem) => {
    throw new UsageError(problem)
  })
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new UsageError('Name one inventory')
  if (out === null) throw new UsageError('Say where with --out DIR')

  const drafted = await withTemporaryEngine(({ engine, client }) =>
    draftInto(resolve(out), resolve(file), engine, client),
  )
  if (!drafted.ok) {
    if (json) printJson({ code: drafted.error.code, message: sentence(drafted.error) })
    return refused(drafted.error, file)
  }
  if (json) printJson(drafted.value)
  else {
    const paths = [drafted.value.plan, ...drafted.value.files.map(({ path }) => path)]
    process.stdout.write(`${drafted.value.datasets} datasets\n${paths.join('\n')}\n`)
  }
  return 0
}

async function draftInto(
  folder: string,
  file: string,
  engine: Engine,
  client: Client,
): Promise<Result<Draft, AppError>> {
  const received = engine.receive({ path: file })
  if (!received.ok) return received
  const { fileId } = received.value
  const inspected = await client.call('open.inspect', { fileId, choice: null })
  if (!inspected.ok) return inspected
  const { sheet, headerRow, headerRows, columns } = inspected.value.table
  const imported = await client.call('open.import', {
    fileId,
    choice: { sheet, headerRow, headerRows },
    columns: columns.map(({ letter, field }) => ({ letter, field })),
  })
  if (!imported.ok) return imported
  const workbook = await client.call('deliver.make-workbook', {})
  if (!workbook.ok) return workbook
  const document = await client.call('deliver.make-document', {})
  if (!document.ok) return document
  const planFile = await client.call('deliver.make-plan-file', {})
  if (!planFile.ok) return planFile

  // Only now, when everything was made and checked, is anything written where the user looks.
  mkdirSync(folder, { recursive: true })
  const copy = (made: FileHandle, name: string): Result<string, AppError> => {
    const source = engine.made(made.fileId)
    if (source === null) return err({ code: 'file-gone' })
    const path = join(folder, name)
    writeSafely(path, readFileSync(source.path))
    return ok(path)
  }
  const plan = copy(planFile.value, 'plan.odap')
  if (!plan.ok) return plan
  const workbookPath = copy(workbook.value.file, workbook.value.file.name)
  if (!workbookPath.ok) return workbookPath
  const documentPath = copy(document.value.file, document.value.file.name)
  if (!documentPath.ok) return documentPath
  return ok({
    plan: plan.value,
    datasets: imported.value.plan.datasets.length,
    files: [
      { kind: 'workbook', path: workbookPath.value },
      { kind: 'plan-document', path: documentPath.value },
    ],
  })
}
