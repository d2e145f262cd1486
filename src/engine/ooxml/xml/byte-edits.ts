/** Replaces the bytes from `start` to `end` with `text`; an insertion has both at the same place. */
export interface ByteEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** All edits at once, their positions being those of the untouched bytes. Insertions at one place keep their order. */
export function applyEdits(bytes: Buffer, edits: readonly ByteEdit[]): Buffer {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let size = bytes.length
  for (const { start, end, text } of ordered) size += Buffer.byteLength(text) - (end - start)
  const edited = Buffer.allocUnsafe(Math.max(0, size))
  let position = 0
  let at = 0
  for (const { start, end, text } of ordered) {
    if (start < position || end < start) throw new RangeError('Edits of a part overlap.')
    at += bytes.copy(edited, at, position, start)
    at += edited.write(text, at)
    position = end
  }
  bytes.copy(edited, at, position)
  return edited
}
