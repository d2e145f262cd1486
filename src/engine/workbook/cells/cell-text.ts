/** A workbook's text as Excel shows it: `_xHHHH_` is a character, control characters are not shown, line ends are LF. */
export function shownText(raw: string): string {
  if (!raw.includes('_x')) return visibleText(raw)
  return visibleText(
    raw.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
}

/** Text of a plain text file, which knows no escapes. */
export function visibleText(text: string): string {
  if (!/[\p{Cc}\p{Cs}]/u.test(text)) return text
  const withoutControls = text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
  return withoutControls.replace(/\p{Cs}/gu, '\uFFFD')
}
