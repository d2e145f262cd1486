import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Client } from '../contract/client.ts'
import type { AppError } from '../contract/errors.ts'
import type { FileHandle } from '../contract/views.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { makeFolder } from '../engine/files/make-folder.ts'
import { targetProblem } from '../engine/files/target-problem.ts'
import { writeSafely } from '../engine/files/write-safely.ts'
import type { Engine } from '../engine/index.ts'
import { removeLeftLog, replacePlan } from '../engine/plans/replaceable-plan.ts'
import { type Flag, parametersFrom, withTemporaryEngine } from './engine-session.ts'
import { reading, writing } from './from-disk.ts'
import { isSameFile } from './same-file.ts'
import { printJson, refused, sentence, UsageError } from './say.ts'

const planName = 'plan.odap'

type Kind = 'workbook' | 'plan-document'

interface Taken {
  readonly datasets: number
  readonly sheets: readonly string[]
  /** Sheets with the same columns that nobody asked to take. */
  readonly notTaken: readonly { readonly sheet: string; readonly datasets: number }[]
  /** Columns that may be an earlier plan's and were left as the agency's, since nobody said that they are. */
  readonly notPlanColumns: readonly string[]
}

interface Draft extends Taken {
  readonly plan: string
  readonly files: readonly { readonly kind: Kind; readonly path: string }[]
}

/** Opens an inventory with the suggested mapping and writes the plan and every deliverable into a folder. */
export async function draft(typed: readonly string[]): Promise<number> {
  const { files, json, out, flags } = parametersFrom(typed, [
    '--json',
    '--out',
    '--all-sheets',
    '--take-plan-columns',
  ])
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new UsageError('Name one inventory')
  if (out === null) throw new UsageError('Say where with --out DIR')

  const drafted = await withTemporaryEngine(({ engine, client }) =>
    draftInto(resolve(out), resolve(file), flags, engine, client),
  )
  if (!drafted.ok) {
    if (json) printJson({ code: drafted.error.code, message: sentence(drafted.error) })
    return refused(drafted.error, file)
  }
  if (json) printJson(drafted.value)
  else {
    const paths = [drafted.value.plan, ...drafted.value.files.map(({ path }) => path)]
    process.stdout.write(`${[...takenInWords(drafted.value), ...paths].join('\n')}\n`)
  }
  return 0
}

function takenInWords({ datasets, sheets, notTaken, notPlanColumns }: Draft): readonly string[] {
  const taken = `${datasets} datasets from ${sheets.map((sheet) => `sheet “${sheet}”`).join(', ')}`
  const left = notTaken.map(({ sheet, datasets: count }) => `“${sheet}” (${count} datasets)`)
  const lines = [taken]
  if (left.length > 0) {
    lines.push(`Not taken, though the columns are the same: ${left.join(', ')}; --all-sheets takes them too`)
  }
  if (notPlanColumns.length > 0) {
    const columns = `${notPlanColumns.length === 1 ? 'Column' : 'Columns'} ${notPlanColumns.join(', ')}`
    lines.push(
      `${columns} may be an earlier plan’s and stayed as they are; --take-plan-columns reads them back`,
    )
  }
  return lines
}

async function draftInto(
  folder: string,
  file: string,
  flags: ReadonlySet<Flag>,
  engine: Engine,
  client: Client,
): Promise<Result<Draft, AppError>> {
  const free = replacing(join(folder, planName), () => ok(null))
  if (!free.ok) return free
  // Found before the work is done; a folder that is not there is made.
  const problem = existsSync(folder) ? targetProblem(join(folder, planName)) : null
  if (problem !== null) return err(problem)
  const imported = await importInto(file, flags, engine, client)
  if (!imported.ok) return imported
  const workbook = await client.call('deliver.make-workbook', {})
  if (!workbook.ok) return workbook
  const document = await client.call('deliver.make-document', {})
  if (!document.ok) return document
  const planFile = await client.call('deliver.make-plan-file', {})
  if (!planFile.ok) return planFile

  // Only now, when everything was made and checked, is anything written where the user looks.
  const targets = [
    { made: workbook.value.file, path: join(folder, workbook.value.file.name) },
    { made: document.value.file, path: join(folder, document.value.file.name) },
  ] as const
  const plan = { made: planFile.value, path: join(folder, planName) }
  const mayWrite = whyNotWritten(file, folder, [plan, ...targets])
  if (mayWrite !== null) return err(mayWrite)
  const written = replacing(plan.path, () => writeAll(engine, folder, plan, targets))
  if (!written.ok) return written
  const [workbookTarget, documentTarget] = targets
  return ok({
    plan: plan.path,
    ...imported.value,
    files: [
      { kind: 'workbook', path: workbookTarget.path },
      { kind: 'plan-document', path: documentTarget.path },
    ],
  })
}

interface Target {
  readonly made: FileHandle
  readonly path: string
}

/** What stands in the way of any of them, before the first is written: half a draft is none. */
function whyNotWritten(file: string, folder: string, targets: readonly Target[]): AppError | null {
  if (targets.some(({ path }) => isSameFile(file, path))) {
    throw new UsageError('The original is not written over; name another folder with --out')
  }
  if (!existsSync(folder)) return null
  const bytes = targets.reduce((sum, { made }) => sum + made.size, 0)
  const problems = targets.map(({ path }) => targetProblem(path, bytes))
  return problems.find((problem) => problem !== null) ?? null
}

function writeAll(
  engine: Engine,
  folder: string,
  plan: Target,
  others: readonly Target[],
): Result<null, AppError> {
  const sources = [plan, ...others].map(({ made, path }) => ({ path, source: engine.made(made.fileId) }))
  const written = writing(() => {
    makeFolder(folder)
    removeLeftLog(plan.path)
    for (const { path, source } of sources) {
      if (source === null) return false
      writeSafely(path, readFileSync(source.path))
    }
    return true
  })
  if (!written.ok) return written
  return written.value ? ok(null) : err({ code: 'file-gone' })
}

/** Work on a plan's place, where no plan stands that must stay. */
function replacing(path: string, work: () => Result<null, AppError>): Result<null, AppError> {
  const replaced = reading(() => replacePlan(path, work))
  if (!replaced.ok) return replaced
  return replaced.value.ok ? replaced.value.value : replaced.value
}

/** Opens the inventory as the open screen does where nobody changes what it suggests. */
async function importInto(
  file: string,
  flags: ReadonlySet<Flag>,
  engine: Engine,
  client: Client,
): Promise<Result<Taken, AppError>> {
  const received = engine.receive({ path: file })
  if (!received.ok) return received
  const { fileId } = received.value
  const found = await client.call('open.inspect', { fileId, choice: null })
  if (!found.ok) return found
  const { sheet, headerRow, headerRows } = found.value.table
  const { doubtful } = found.value
  const isTaken = doubtful.length > 0 && flags.has('--take-plan-columns')
  const place = { sheet, headerRow, headerRows, ...(isTaken && { planHeadings: 'take' as const }) }
  const inspected = isTaken ? await client.call('open.inspect', { fileId, choice: place }) : found
  if (!inspected.ok) return inspected
  const { sameColumns, table } = inspected.value
  const { columns } = table
  const alsoSheets = flags.has('--all-sheets') ? sameColumns.map((further) => further.sheet) : []
  const imported = await client.call('open.import', {
    fileId,
    choice: { ...place, alsoSheets },
    columns: columns.flatMap(({ letter, field, also }) =>
      field === null ? [] : [field, ...also].map((served) => ({ letter, field: served })),
    ),
  })
  if (!imported.ok) return imported
  return ok({
    datasets: imported.value.plan.datasets.length,
    sheets: [sheet, ...alsoSheets],
    notTaken: sameColumns
      .filter((further) => !alsoSheets.includes(further.sheet))
      .map(({ sheet: name, datasets }) => ({ sheet: name, datasets })),
    notPlanColumns: isTaken ? [] : doubtful.map(({ letter }) => letter),
  })
}
