/** Kinds of files that are not read, and what to do with each. */
const kindNames: { readonly [kind: string]: string } = {
  xls: 'an old Excel workbook (.xls)',
  xlsb: 'a binary Excel workbook (.xlsb)',
  ods: 'an OpenDocument spreadsheet (.ods)',
  pdf: 'a PDF',
  word: 'a Word document',
  text: 'plain text, whatever the file’s name says',
}

export function kindNotRead(kind: string): string {
  const name = kindNames[kind]
  return name === undefined
    ? 'This kind of file cannot be read.'
    : `This is ${name}. That kind cannot be read.`
}

export function kindAdvice(kind: string): string {
  if (kind === 'xls' || kind === 'xlsb' || kind === 'ods') {
    return 'Open it in Excel, save it as an Excel workbook (.xlsx), and open that.'
  }
  return 'Choose the Excel workbook (.xlsx or .xlsm) or the CSV file that holds the inventory.'
}
