import type { AppError } from '../contract/errors.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { diskProblem } from '../engine/files/disk-problem.ts'

const unreadable = ['ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES', 'EPERM']

/** Reads with a path a person typed: a path that leads nowhere is an answer, not a bug. */
export function reading<Value>(work: () => Value): Result<Value, AppError> {
  return orProblem(work, (code) => (unreadable.includes(code) ? { code: 'file-not-readable' } : null))
}

/** Writes to a path a person typed. */
export function writing<Value>(work: () => Value): Result<Value, AppError> {
  const inTheWay = ['EEXIST', 'ENOTDIR', 'ENOENT', 'EISDIR']
  return orProblem(work, (code) => (inTheWay.includes(code) ? { code: 'cannot-write' } : null))
}

function orProblem<Value>(
  work: () => Value,
  known: (code: string) => AppError | null,
): Result<Value, AppError> {
  try {
    return ok(work())
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const problem = known(code) ?? diskProblem(cause)
    if (problem === null) throw cause
    return err(problem)
  }
}
