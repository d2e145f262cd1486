import { readFileSync } from 'node:fs'
import { compareWorkbooks } from '../engine/workbook/patching/check/compare-workbooks.ts'
import { parametersFrom } from './engine-session.ts'
import { reading } from './from-disk.ts'
import { printJson, refused, sentence, UsageError } from './say.ts'

/** Two workbooks, part by part: what is byte for byte the same, and every cell that is not. */
export function compare(typed: readonly string[]): number {
  const { files, json } = parametersFrom(typed, ['--json'])
  const [original, updated, ...others] = files
  if (original === undefined || updated === undefined || others.length > 0) {
    throw new UsageError('Name two workbooks')
  }
  const bytes = reading(() => [readFileSync(original), readFileSync(updated)] as const)
  const compared = bytes.ok ? compareWorkbooks(...bytes.value) : bytes
  if (!compared.ok) {
    if (json) printJson({ code: compared.error.code, message: sentence(compared.error) })
    return refused(compared.error)
  }
  if (json) {
    printJson(compared.value)
    return 0
  }
  const { same, changed, added, removed } = compared.value
  const lines = [
    `${same.length} parts the same, ${changed.length} changed, ${added.length} added, ${removed.length} removed`,
    ...changed.flatMap(({ part, cells }) => [
      `changed: ${part}`,
      ...cells.map(({ sheet, cell, before, after }) => `  ${sheet}!${cell}: “${before}” → “${after}”`),
    ]),
    ...added.map((part) => `added: ${part}`),
    ...removed.map((part) => `removed: ${part}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}
