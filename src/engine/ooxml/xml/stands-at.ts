/** Whether these very bytes stand at a place. For short ones, and more quickly than Node's own comparison. */
export function standsAt(bytes: Buffer, position: number, expected: Buffer): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[position + index] !== expected[index]) return false
  }
  return true
}
