import type { EquivalentChange } from './mutated-folder.ts'
import type { Mutant, Report } from './run-stryker.ts'

/** A change to the program, as a person reads it. */
export interface Change {
  readonly file: string
  /** Counts from one. */
  readonly line: number
  readonly text: string
  readonly from: string
  readonly to: string
  readonly status: Mutant['status']
}

export interface Score {
  /** What the tests noticed, those included that made them wait for ever, ended their process or kept them from starting. */
  readonly noticed: number
  readonly timedOut: number
  readonly survived: readonly Change[]
  readonly notReached: readonly Change[]
  readonly equivalent: number
  /** Changes of what runs once, where they are not tried. */
  readonly notTried: number
  /** What is wrong with the list of equivalent changes. */
  readonly problems: readonly string[]
}

export function scoreOf(report: Report, listed: readonly EquivalentChange[]): Score {
  const changes = changesOf(report)
  const entries = listed.filter(({ file }) => Object.hasOwn(report.files, file))
  const isListed = (change: Change) => entries.some((entry) => means(entry, change))
  const unnoticed = (status: Mutant['status']) =>
    changes.filter((change) => change.status === status && !isListed(change))
  const count = (status: Mutant['status']) => changes.filter((change) => change.status === status).length
  return {
    noticed: count('Killed') + count('Timeout') + mutantsOf(report).filter(endedItsTests).length,
    timedOut: count('Timeout'),
    survived: unnoticed('Survived'),
    notReached: unnoticed('NoCoverage'),
    equivalent: changes.filter(
      (change) => isListed(change) && (change.status === 'Survived' || change.status === 'NoCoverage'),
    ).length,
    notTried: count('Ignored'),
    problems: [...notRun(report), ...listedAmiss(entries, changes)],
  }
}

/** A change whose tests could not even be run says nothing of them, so it must not vanish from the figures. */
function notRun(report: Report): readonly string[] {
  const failed = mutantsOf(report).filter(
    (mutant) => mutant.status === 'RuntimeError' && !endedItsTests(mutant),
  )
  const [first] = failed
  if (first === undefined) return []
  const [why = ''] = (first.statusReason ?? 'nothing said').split('\n')
  return [`${failed.length} changes could not be tried, the first because of: ${why}`]
}

/**
 * Such as one that takes all memory there is (Stryker has tried it again twice by then), or lets a module throw while it
 * is loaded: without the change the same tests ran.
 */
function endedItsTests({ status, statusReason = '' }: Mutant): boolean {
  const reasons = ['Test runner crashed. Tried twice', 'An error occurred outside of a test run']
  return status === 'RuntimeError' && reasons.some((reason) => statusReason.startsWith(reason))
}

function mutantsOf({ files }: Report): readonly Mutant[] {
  return Object.values(files).flatMap(({ mutants }) => mutants)
}

function listedAmiss(entries: readonly EquivalentChange[], changes: readonly Change[]): readonly string[] {
  return entries.flatMap((entry) => {
    const meant = changes.filter((change) => means(entry, change))
    const named = `${entry.file}: ${shown(entry)}, in “${entry.line}”`
    if (meant.length === 0) return [`listed as equivalent, but not there any more: ${named}`]
    return meant.every(({ status }) => status === 'Killed')
      ? [`listed as equivalent, but a test notices it: ${named}`]
      : []
  })
}

/** In percent: of the changes that make a difference, how many were noticed. A folder without any has nothing to fear. */
export function percentage({ noticed, survived, notReached }: Score): number {
  const all = noticed + survived.length + notReached.length
  return all === 0 ? 100 : (noticed / all) * 100
}

/** On one line, however long the text is that was changed. */
export function shown({ from, to }: Pick<Change, 'from' | 'to'>): string {
  const [before, after] = [from, to].map((text) => text.replace(/\s+/g, ' '))
  return `${before} → ${after}`
}

function changesOf({ files }: Report): readonly Change[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants.map(({ location: { start, end }, replacement, status }) => {
      const touched = lines.slice(start.line - 1, end.line)
      const last = touched.length - 1
      const from = touched
        .map((line, index) => line.slice(0, index === last ? end.column - 1 : undefined))
        .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0))
        .join('\n')
      const text = (lines[start.line - 1] ?? '').trim()
      return { file, line: start.line, text, from, to: replacement, status }
    })
  })
}

/** By what stands there, so that an entry survives whatever else changes in its file. */
function means(entry: EquivalentChange, change: Change): boolean {
  return (
    entry.file === change.file &&
    entry.line === change.text &&
    onOneLine(entry.from) === onOneLine(change.from) &&
    onOneLine(entry.to) === onOneLine(change.to)
  )
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
