import { type BigIntStats, realpathSync, statSync } from 'node:fs'

/**
 * Whether two paths lead to one file, however they are spelled: through links of either kind, in another letter case
 * where the disk makes no difference, relative or absolute. A path that leads nowhere is nobody's.
 */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [lookAt(one), lookAt(other)]
  if (a === null || b === null) return false
  // Some network drives number no files.
  return (
    a.path === b.path || (a.stats.ino !== 0n && a.stats.ino === b.stats.ino && a.stats.dev === b.stats.dev)
  )
}

function lookAt(path: string): { readonly path: string; readonly stats: BigIntStats } | null {
  try {
    return { path: realpathSync.native(path), stats: statSync(path, { bigint: true }) }
  } catch {
    // Reading or writing it will say why, where that is a fault.
    return null
  }
}
