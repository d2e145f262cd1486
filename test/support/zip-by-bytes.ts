import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip, field by field: what is left out is as an ordinary program writes it. */
export interface EntryBytes {
  readonly name: Buffer | string
  readonly content?: Buffer
  /** 0 stored, 8 deflated. */
  readonly method?: number
  readonly flags?: number
  readonly time?: number
  readonly date?: number
  /** Program and file attributes of the central record: versions made by, internal and external attributes. */
  readonly madeBy?: number
  readonly attributes?: number
  readonly localExtra?: Buffer
  readonly extra?: Buffer
  readonly comment?: Buffer
  /** Written between the data and what follows. */
  readonly descriptor?: Buffer
  /** As the central record gives them, where it does not tell the truth. */
  readonly claims?: {
    readonly crc?: number
    readonly size?: number
    readonly compressed?: number
    readonly at?: number
  }
}

/** A zip made of these entries, with its end record and a comment; written without the program's own writer. */
export function zipByBytes(entries: readonly EntryBytes[], comment = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = entryByBytes(entry, offset)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, endByBytes(entries.length, directory.length, offset, comment)])
}

export function endByBytes(count: number, size: number, start: number, comment = Buffer.alloc(0)): Buffer {
  const counted = [u16(count), u16(count), u32(size), u32(start), u16(comment.length), comment]
  return Buffer.concat([Buffer.from('PK\u0005\u0006'), u16(0), u16(0), ...counted])
}

function entryByBytes(
  entry: EntryBytes,
  offset: number,
): { readonly local: Buffer; readonly central: Buffer } {
  const { content = Buffer.alloc(0), method = 8, flags = 0, time = 0, date = 0x21, claims = {} } = entry
  const { localExtra = Buffer.alloc(0), extra = Buffer.alloc(0), comment = Buffer.alloc(0) } = entry
  const name = Buffer.from(entry.name)
  const data = method === 8 ? deflateRawSync(content, { level: 9 }) : content
  const { crc = crc32(content), size = content.length, compressed = data.length, at = offset } = claims
  const common = [
    u16(20),
    u16(flags),
    u16(method),
    u16(time),
    u16(date),
    u32(crc),
    u32(compressed),
    u32(size),
  ]
  const local = Buffer.concat([
    ...[Buffer.from('PK\u0003\u0004'), ...common, u16(name.length), u16(localExtra.length)],
    ...[name, localExtra, data, entry.descriptor ?? Buffer.alloc(0)],
  ])
  const central = Buffer.concat([
    ...[Buffer.from('PK\u0001\u0002'), u16(entry.madeBy ?? 20), ...common],
    ...[u16(name.length), u16(extra.length), u16(comment.length), u16(0), u16(0)],
    ...[u32(entry.attributes ?? 0), u32(at), name, extra, comment],
  ])
  return { local, central }
}

export function u16(value: number): Buffer {
  return Buffer.from(Uint16Array.of(value).buffer)
}

export function u32(value: number): Buffer {
  return Buffer.from(Uint32Array.of(value).buffer)
}

export function u64(value: number | bigint): Buffer {
  return Buffer.from(BigUint64Array.of(BigInt(value)).buffer)
}
