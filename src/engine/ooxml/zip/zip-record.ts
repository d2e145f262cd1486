/** The records of a zip file, as PKWARE's APPNOTE lays them out. All numbers are little-endian. */

export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const

export const lengths = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const

export const flagBits = { encrypted: 1, descriptor: 8, utf8: 0x800 } as const

/** In a 32-bit field: the true number stands in the zip64 extra field. */
export const inZip64 = 0xffffffff

/** One entry: what it is, and where its bytes lie in the file. */
export interface ZipEntry {
  readonly name: string
  readonly flags: number
  /** 0 stored, 8 deflated; anything else is refused when read. */
  readonly method: number
  /** MS-DOS time and date, as they stand in the record. */
  readonly time: number
  readonly date: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  readonly localStart: number
  readonly dataStart: number
  readonly dataEnd: number
  readonly centralStart: number
  readonly centralEnd: number
}

const cp437High =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

function entryName(raw: Buffer, flags: number): string {
  if ((flags & flagBits.utf8) !== 0) return raw.toString('utf8')
  return Array.from(raw, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : cp437High.charAt(byte - 128),
  ).join('')
}

/** Reads one central record and finds its local header; null when either is not where it should be. */
export function readCentralRecord(bytes: Buffer, start: number, centralStart: number): ZipEntry | null {
  if (start + lengths.central > bytes.length) return null
  if (bytes.readUInt32LE(start) !== signatures.central) return null
  const nameEnd = start + lengths.central + bytes.readUInt16LE(start + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(start + 30)
  const centralEnd = extraEnd + bytes.readUInt16LE(start + 32)
  if (centralEnd > bytes.length) return null

  const sizes = trueSizes(bytes, start, nameEnd, extraEnd)
  if (sizes === null) return null
  const { size, compressedSize, localStart } = sizes
  if (localStart + lengths.local > centralStart) return null
  if (bytes.readUInt32LE(localStart) !== signatures.local) return null
  const dataStart =
    localStart + lengths.local + bytes.readUInt16LE(localStart + 26) + bytes.readUInt16LE(localStart + 28)
  const dataEnd = dataStart + compressedSize
  if (dataEnd > centralStart) return null

  const flags = bytes.readUInt16LE(start + 8)
  return {
    name: entryName(bytes.subarray(start + lengths.central, nameEnd), flags),
    flags,
    method: bytes.readUInt16LE(start + 10),
    time: bytes.readUInt16LE(start + 12),
    date: bytes.readUInt16LE(start + 14),
    crc: bytes.readUInt32LE(start + 16),
    compressedSize,
    size,
    localStart,
    dataStart,
    dataEnd,
    centralStart: start,
    centralEnd,
  }
}

interface TrueSizes {
  readonly size: number
  readonly compressedSize: number
  readonly localStart: number
}

function trueSizes(bytes: Buffer, start: number, nameEnd: number, extraEnd: number): TrueSizes | null {
  const given = [
    bytes.readUInt32LE(start + 24),
    bytes.readUInt32LE(start + 20),
    bytes.readUInt32LE(start + 42),
  ]
  let position = given.includes(inZip64) ? zip64Extra(bytes, nameEnd, extraEnd) : extraEnd
  const found: number[] = []
  for (const value of given) {
    if (value !== inZip64) {
      found.push(value)
      continue
    }
    if (position + 8 > extraEnd) return null
    const large = Number(bytes.readBigUInt64LE(position))
    if (!Number.isSafeInteger(large)) return null
    found.push(large)
    position += 8
  }
  const [size, compressedSize, localStart] = found
  if (size === undefined || compressedSize === undefined || localStart === undefined) return null
  return { size, compressedSize, localStart }
}

/** Where the values of the zip64 extra field start; the end of the extra fields when there is none. */
export function zip64Extra(bytes: Buffer, start: number, end: number): number {
  let position = start
  while (position + 4 <= end) {
    if (bytes.readUInt16LE(position) === 1) return position + 4
    position += 4 + bytes.readUInt16LE(position + 2)
  }
  return end
}

/** Descriptors come with or without a signature, with 32- or 64-bit sizes: told apart by what they say. */
export function dataDescriptorLength(bytes: Buffer, entry: ZipEntry): number {
  if ((entry.flags & flagBits.descriptor) === 0) return 0
  const at = entry.dataEnd
  const signed = at + 4 <= bytes.length && bytes.readUInt32LE(at) === signatures.descriptor
  const crcAt = signed ? at + 4 : at
  if (crcAt + 4 > bytes.length || bytes.readUInt32LE(crcAt) !== entry.crc) return signed ? 16 : 0
  const next = (length: number) => {
    const end = crcAt + length
    if (end + 4 > bytes.length) return false
    const signature = bytes.readUInt32LE(end)
    return signature === signatures.local || signature === signatures.central
  }
  const long = !next(12) && next(20)
  return crcAt - at + (long ? 20 : 12)
}
