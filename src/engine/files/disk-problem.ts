/** What the computer, not the program, did wrong; null for everything else. SQLite and Node name it differently. */
export function diskProblem(cause: unknown): { readonly code: 'disk-full' | 'cannot-write' } | null {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return { code: 'disk-full' }
  const unwritable = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'SQLITE_READONLY', 'SQLITE_CANTOPEN']
  return unwritable.includes(code) || code.startsWith('SQLITE_IOERR') ? { code: 'cannot-write' } : null
}
