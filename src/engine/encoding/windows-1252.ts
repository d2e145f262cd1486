/** 0x80 to 0x9F; the five bytes Windows leaves undefined stay the control characters they are in Latin-1. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node's own decoder takes this encoding for Latin-1 in several versions, which loses quotes and dashes. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => high.charAt(character.charCodeAt(0) - 0x80))
}
