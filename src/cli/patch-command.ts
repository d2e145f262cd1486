import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import type { AppError } from '../contract/errors.ts'
import { targetProblem } from '../engine/files/target-problem.ts'
import { writeSafely } from '../engine/files/write-safely.ts'
import { isDatabaseFile } from '../engine/store/database-file.ts'
import { patchRequested } from '../engine/workbook/patching/patch-request.ts'
import { parametersFrom } from './engine-session.ts'
import { reading, writing } from './from-disk.ts'
import { isSameFile } from './same-file.ts'
import { printJson, refused, sentence, UsageError } from './say.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ date: z.iso.date() })])
const lastRow = 1_048_576
const columnPattern = '(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])'
const sheet = z.string().min(1, 'A sheet has a name')
const letter = z.string().regex(new RegExp(`^${columnPattern}$`), 'A column is named by its letter, A to XFD')
const rowNumber = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'A row is named by its number')
  .refine((row) => Number(row) <= lastRow, `The last row of a sheet is ${lastRow}`)
const cell = z
  .string()
  .regex(new RegExp(`^${columnPattern}[1-9]\\d{0,6}$`), 'A cell is named as in Excel, such as C5')
  .refine((name) => Number(name.replace(/\D/g, '')) <= lastRow, `The last row of a sheet is ${lastRow}`)

const cellChange = z.strictObject({ sheet, cell, value })
const column = z.strictObject({
  sheet,
  after: letter,
  // What the name of a table's column may have.
  header: z.string().min(1, 'A column has a heading').max(255, 'A heading has at most 255 characters'),
  values: z.record(rowNumber, value),
})
const row = z.strictObject({
  sheet,
  after: z
    .int()
    .min(1)
    .max(lastRow - 1),
  values: z.record(letter, value).refine((values) => Object.keys(values).length > 0, 'A row has values'),
})

const changes = z.strictObject({
  cells: z.array(cellChange).refine(differ('sheet', 'cell'), 'A cell is there twice').default([]),
  columns: z.array(column).refine(differ('sheet', 'header'), 'A heading is there twice').default([]),
  rows: z.array(row).default([]),
})

/** Whether no two have the same of both, whatever the letter case: Excel makes no difference there. */
function differ<Item>(one: keyof Item, other: keyof Item): (items: readonly Item[]) => boolean {
  return (items) => {
    const keys = items.map((item) => JSON.stringify([item[one], item[other]]).toLowerCase())
    return new Set(keys).size === keys.length
  }
}

/** The patcher by itself: a workbook and what to change in it, as JSON; the preservation report on stdout. */
export function patch(typed: readonly string[]): number {
  const { files, out, flags } = parametersFrom(typed, [
    // Its answer is JSON anyway.
    '--json',
    '--out',
    '--write-protected',
    '--add-to-locked',
    '--utf-8',
  ])
  const [file, changesFile, ...others] = files
  if (file === undefined || changesFile === undefined || others.length > 0) {
    throw new UsageError('Name a workbook and a file with the changes')
  }
  if (out === null) throw new UsageError('Say where with --out FILE')
  if (isSameFile(file, out))
    throw new UsageError('The original is not written over; name another file with --out')
  if (isSameFile(changesFile, out))
    throw new UsageError('The file with the changes is not written over; name another file with --out')
  const there = reading(() => isDatabaseFile(out))
  if (there.ok && there.value === true)
    throw new UsageError('A plan is not written over; name another file with --out')
  // Found before the work is done.
  const problem = targetProblem(resolve(out))
  if (problem !== null) return told(problem)
  const bytes = reading(() => [readFileSync(file), readFileSync(changesFile, 'utf8')] as const)
  if (!bytes.ok) return told(bytes.error)
  const [original, text] = bytes.value
  const wanted = changes.safeParse(parsed(text, changesFile))
  if (!wanted.success) {
    const problems = wanted.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    process.stderr.write(`${changesFile}: ${problems.join('; ')}\n`)
    return 1
  }
  const patched = patchRequested(original, basename(file), wanted.data, {
    writeProtected: flags.has('--write-protected'),
    addToLocked: flags.has('--add-to-locked'),
    asUtf8: flags.has('--utf-8'),
  })
  if (!patched.ok) return told(patched.error)
  const written = writing(() => writeSafely(resolve(out), patched.value.bytes))
  if (!written.ok) return told(written.error)
  printJson(patched.value.report)
  return 0
}

function told(error: AppError): number {
  printJson({ code: error.code, message: sentence(error) })
  return refused(error)
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new Error(`${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
