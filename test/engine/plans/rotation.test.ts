import { describe, expect, test } from 'vitest'
import type { Backup } from '../../../src/contract/views.ts'
import { superfluous } from '../../../src/engine/plans/rotation.ts'

function point(number: number, at: string, more: Partial<Backup> = {}): Backup {
  return { id: `${number}`, kind: 'automatic', name: '', at, size: 1_000, ...more }
}

/** Three a day for so many days, the newest first. */
function manyDays(days: number, more: Partial<Backup> = {}): readonly Backup[] {
  const start = Date.UTC(2026, 0, 1)
  return Array.from({ length: days * 3 }, (_, index) =>
    point(index, new Date(start + index * 8 * 3_600_000).toISOString(), more),
  ).reverse()
}

function kept(points: readonly Backup[]): readonly Backup[] {
  const gone = new Set(superfluous(points))
  return points.filter((one) => !gone.has(one))
}

describe('the rotation of backups', () => {
  test('keeps the last ten, the last of each of fourteen days, and the last of each month', () => {
    const points = manyDays(120)
    const days = new Set(kept(points).map(({ at }) => at.slice(0, 10)))
    expect(kept(points).slice(0, 10)).toEqual(points.slice(0, 10))
    expect(days.size).toBe(14 + 3)
    expect(days).toContain('2026-01-31')
    expect(days).toContain('2026-02-28')
    expect(days).toContain('2026-03-31')
  })

  test('keeps everything a person made', () => {
    expect(superfluous(manyDays(120, { kind: 'by-hand' }))).toEqual([])
  })

  test('keeps everything that was submitted', () => {
    expect(superfluous(manyDays(120, { kind: 'submitted', size: 100 * 1024 * 1024 }))).toEqual([])
  })

  test('keeps the last ten of a large plan and lets older ones go', () => {
    const points = manyDays(120, { size: 100 * 1024 * 1024 })
    expect(kept(points)).toEqual(points.slice(0, 10))
  })

  test('lets none go for their size while all together are below 500 megabytes', () => {
    const ids = (points: readonly Backup[]) => kept(points).map(({ id }) => id)
    const small = ids(manyDays(120))
    expect(small.length).toBeGreaterThan(20)
    expect(ids(manyDays(120, { size: 15 * 1024 * 1024 }))).toEqual(small)
  })

  test('with a clock set back keeps the ones made last', () => {
    const points = [point(99, '2020-01-01T00:00:00.000Z'), ...manyDays(30)]
    expect(superfluous(points).map(({ id }) => id)).not.toContain('99')
  })
})
