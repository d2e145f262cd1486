/**
 * Whether each entry says the same of itself in both its places, the local header and the central directory: readers go
 * by the one or the other. Read here by hand, not by the program's own reader.
 */
export function checkZip(bytes: Uint8Array, faults: string[]): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  // In 64-bit archives the numbers stand elsewhere.
  if (count === 0xffff || at === 0xffffffff) return
  for (let index = 0; index < count; index += 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('latin1', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    if (local !== 0xffffffff) checkEntry(zip, name, at, local, faults)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (at > end) faults.push('zip: the directory is longer than it says')
}

function checkEntry(zip: Buffer, name: string, central: number, local: number, faults: string[]): void {
  if (zip.readUInt32LE(local) !== 0x04034b50) {
    faults.push(`zip: ${name} is not where it should be`)
    return
  }
  const nameLength = zip.readUInt16LE(local + 26)
  if (zip.toString('latin1', local + 30, local + 30 + nameLength) !== name)
    faults.push(`zip: ${name} has two names`)
  const flags = zip.readUInt16LE(local + 6)
  if ((flags & 0x808) !== (zip.readUInt16LE(central + 8) & 0x808))
    faults.push(`zip: ${name} has two kinds of flags`)
  if (zip.readUInt16LE(local + 8) !== zip.readUInt16LE(central + 10))
    faults.push(`zip: ${name} has two methods`)
  // Behind its data where the flag says so; in 64-bit fields where all bits are set.
  if ((flags & 8) !== 0 || zip.readUInt32LE(local + 18) === 0xffffffff) return
  for (const [what, place] of [
    ['CRCs', 14],
    ['packed sizes', 18],
    ['sizes', 22],
  ] as const) {
    if (zip.readUInt32LE(local + place) !== zip.readUInt32LE(central + place + 2))
      faults.push(`zip: ${name} has two ${what}`)
  }
}
