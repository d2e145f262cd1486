import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { err, ok, type Result } from '../../domain/result.ts'
import { problemOf, type TargetProblem, targetProblem } from './target-problem.ts'
import { writeSafely } from './write-safely.ts'

export interface SavedCopy {
  readonly saved: string
  /** Where the file went that stood there before; null when there was none that is worth keeping. */
  readonly kept: string | null
}

/** The files this program has saved, by SHA-256: one of them may be replaced by a later one without being kept. */
export type SavedBefore = Set<string>

/** A virus scanner or OneDrive holds a new file for a moment; so often and so long it is tried again. */
const tries = 5
const pauseMs = 150

/**
 * Copies a file to where a person says: what was there before is kept beside it, the name holds the old bytes or the new
 * ones whatever happens, and it counts as saved only after it was read back.
 */
export async function saveCopy(
  source: string,
  target: string,
  savedBefore: SavedBefore,
  now: () => Date = () => new Date(),
): Promise<Result<SavedCopy, TargetProblem>> {
  const bytes = readFileSync(source)
  const problem = targetProblem(target, bytes.length + sizeOf(target))
  if (problem !== null) return err(problem)
  let kept: string | null = null
  try {
    kept = keepEarlier(target, bytes, savedBefore, now())
    await writeWithPatience(target, bytes)
    if (!readFileSync(target).equals(bytes)) return err({ code: 'cannot-write' })
    savedBefore.add(hashOf(bytes))
    return ok({ saved: target, kept })
  } catch (cause) {
    // What stood there stands there still.
    if (kept !== null) rmSync(kept, { force: true })
    return err(problemOf(cause, target))
  }
}

export type Saving = (
  source: string,
  target: string,
  where: 'there' | 'beside',
) => Promise<Result<SavedCopy, TargetProblem>>

/** Saves one file after the other, there or beside it under a free name, and knows which of them it saved itself. */
export function savingCopies(): Saving {
  const savedBefore: SavedBefore = new Set()
  return (source, target, where) =>
    saveCopy(source, where === 'beside' ? freeNameBeside(target) : target, savedBefore)
}

/** A name beside this one that no file has yet: `Plan.docx`, `Plan 2.docx`, `Plan 3.docx` … */
export function freeNameBeside(path: string): string {
  return freeName(path, (number) => ` ${number}`)
}

function freeName(path: string, suffix: (number: number) => string): string {
  const ending = extname(path)
  const stem = join(dirname(path), basename(path, ending))
  let number = 2
  while (existsSync(stem + suffix(number) + ending)) number += 1
  return stem + suffix(number) + ending
}

function keepEarlier(target: string, bytes: Buffer, savedBefore: SavedBefore, now: Date): string | null {
  if (!existsSync(target)) return null
  const earlier = readFileSync(target)
  if (earlier.equals(bytes) || savedBefore.has(hashOf(earlier))) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const time = `${two(now.getHours())}.${two(now.getMinutes())}`
  const plain = freeName(target, (number) =>
    number === 2 ? ` (as it was ${day} ${time})` : ` (as it was ${day} ${time}, ${number})`,
  )
  writeSafely(plain, earlier)
  return plain
}

async function writeWithPatience(target: string, bytes: Buffer): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return writeSafely(target, bytes)
    } catch (cause) {
      const isHeld = problemOf(cause, target).code === 'target-open'
      if (!isHeld || attempt === tries) throw cause
      await setTimeout(pauseMs)
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
