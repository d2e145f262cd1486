import type { Backup } from '../../contract/views.ts'

/** Whatever the dates, the last of them stay. */
const keptLast = 10
/** Then the last of each day, for so many days on which there was one. */
const keptDays = 14
/** All of a plan's together, in bytes; the last ones are kept even so. */
const largestTogether = 500 * 1024 * 1024

/**
 * Which backups can go, given all of a plan's, the newest first: of those the program made itself, all but
 * the last ten, the last of each of fourteen days, and the last of each month. What a person made and
 * what was submitted stay.
 */
export function superfluous(backups: readonly Backup[]): readonly Backup[] {
  const own = backups.filter(({ kind }) => kind === 'automatic' || kind === 'before')
  const last = own.slice(0, keptLast)
  const daily = lastOfEach(own, ({ at }) => at.slice(0, 10)).slice(0, keptDays)
  const monthly = lastOfEach(own, ({ at }) => at.slice(0, 7))
  const kept = new Set([...last, ...daily, ...monthly])
  let together = 0
  return own.filter((backup, index) => {
    if (!kept.has(backup)) return true
    together += backup.size
    return index >= keptLast && together > largestTogether
  })
}

function lastOfEach(backups: readonly Backup[], period: (backup: Backup) => string): readonly Backup[] {
  const last = new Map<string, Backup>()
  for (const backup of backups) if (!last.has(period(backup))) last.set(period(backup), backup)
  return [...last.values()]
}
