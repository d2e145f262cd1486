/** Kinds of files that are not read, and what to do with each. */
const kindNames: { readonly [kind: string]: string } = {
  xls: 'an old Excel workbook (.xls)',
  xlsb: 'a binary Excel workbook (.xlsb)',
  ods: 'an OpenDocument spreadsheet (.ods)',
  'xml-spreadsheet': 'an XML spreadsheet of Excel 2003',
  html: 'a web page, whatever the file’s name says',
  pdf: 'a PDF',
  word: 'a Word document',
  doc: 'an old Word document (.doc)',
  odt: 'an OpenDocument text (.odt)',
  rtf: 'a text document (.rtf)',
  image: 'a picture',
  archive: 'a packed archive',
  text: 'plain text, whatever the file’s name says',
}

/** What Excel opens and can save as a workbook that is read here. */
const spreadsheetKinds: ReadonlySet<string> = new Set(['xls', 'xlsb', 'ods', 'xml-spreadsheet', 'html'])

export function kindNotRead(kind: string): string {
  const name = kindNames[kind]
  return name === undefined
    ? 'This kind of file cannot be read.'
    : `This is ${name}. That kind cannot be read.`
}

export function kindAdvice(kind: string): string {
  if (spreadsheetKinds.has(kind)) {
    return 'Open it in Excel, save it as an Excel workbook (.xlsx), and open that.'
  }
  return 'Choose the Excel workbook (.xlsx or .xlsm) or the CSV file that holds the inventory.'
}
