/** Replaces the bytes from `start` to `end` with `text`; an insertion has both at the same place. */
export interface ByteEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** All edits at once, their positions being those of the untouched bytes. Insertions at one place keep their order. */
export function applyEdits(bytes: Buffer, edits: readonly ByteEdit[]): Buffer {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const chunks: Buffer[] = []
  let position = 0
  for (const edit of ordered) {
    if (edit.start < position || edit.end < edit.start) throw new RangeError('Edits of a part overlap.')
    chunks.push(bytes.subarray(position, edit.start), Buffer.from(edit.text, 'utf8'))
    position = edit.end
  }
  chunks.push(bytes.subarray(position))
  return Buffer.concat(chunks)
}
