import { lengths, signatures } from './zip-record.ts'

export interface CentralDirectory {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly zip64: boolean
  readonly comment: Buffer
}

/** Finds the end record behind which only its comment may follow; null when the file is cut or not a zip. */
export function findCentralDirectory(bytes: Buffer): CentralDirectory | null {
  const first = Math.max(0, bytes.length - lengths.end - 0xffff)
  for (let at = bytes.length - lengths.end; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== signatures.end) continue
    if (at + lengths.end + bytes.readUInt16LE(at + 20) > bytes.length) continue
    const found = readEnd(bytes, at)
    if (found !== null) return found
  }
  return null
}

function readEnd(bytes: Buffer, at: number): CentralDirectory | null {
  const comment = bytes.subarray(at + lengths.end, at + lengths.end + bytes.readUInt16LE(at + 20))
  const zip64 = readEnd64(bytes, at)
  if (zip64 !== null) return { ...zip64, zip64: true, comment }
  const count = bytes.readUInt16LE(at + 10)
  const size = bytes.readUInt32LE(at + 12)
  const start = bytes.readUInt32LE(at + 16)
  if (start + size > at) return null
  return { start, end: start + size, count, zip64: false, comment }
}

function readEnd64(bytes: Buffer, end: number): Omit<CentralDirectory, 'zip64' | 'comment'> | null {
  const locator = end - lengths.locator64
  if (locator < 0 || bytes.readUInt32LE(locator) !== signatures.locator64) return null
  const at = Number(bytes.readBigUInt64LE(locator + 8))
  if (!(at + lengths.end64 <= locator) || bytes.readUInt32LE(at) !== signatures.end64) return null
  const count = Number(bytes.readBigUInt64LE(at + 32))
  const size = Number(bytes.readBigUInt64LE(at + 40))
  const start = Number(bytes.readBigUInt64LE(at + 48))
  if (!(start + size <= at)) return null
  return { start, end: start + size, count }
}
