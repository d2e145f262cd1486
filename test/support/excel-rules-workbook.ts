import { checkOrder, repeated } from './excel-rules-package.ts'
import { attribute, child, children, type XmlNode } from './xml-tree.ts'

const order =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  )

export function checkWorkbook(workbook: XmlNode, relationships: readonly XmlNode[], faults: string[]): void {
  checkOrder('workbook', workbook, order, faults)
  const sheets = children(child(workbook, 'sheets'), 'sheet')
  const names = sheets.map((sheet) => attribute(sheet, 'name'))
  for (const name of repeated(names.map((one) => one.toLowerCase())))
    faults.push(`workbook: sheet ${name} twice`)
  for (const name of names) {
    if (name.length > 31 || /[\\/?*[\]:]/.test(name) || name === '')
      faults.push(`workbook: sheet name ${name}`)
  }
  for (const id of repeated(sheets.map((sheet) => attribute(sheet, 'sheetId')))) {
    faults.push(`workbook: sheet id ${id} twice`)
  }
  const isShown = (sheet: XmlNode) => ['', 'visible'].includes(attribute(sheet, 'state'))
  if (!sheets.some(isShown)) faults.push('workbook: no sheet is visible')
  const ids = new Set(relationships.map((one) => attribute(one, 'Id')))
  const links = sheets.map((sheet) => [...sheet.attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '')
  for (const id of links) if (!ids.has(id)) faults.push(`workbook: sheet relationship ${id}`)
  for (const id of repeated(links)) faults.push(`workbook: sheet relationship ${id} twice`)
  checkNames(children(child(workbook, 'definedNames'), 'definedName'), names, faults)
}

function checkNames(names: readonly XmlNode[], sheets: readonly string[], faults: string[]): void {
  const scoped = names.map(
    (one) => `${attribute(one, 'name').toLowerCase()} ${attribute(one, 'localSheetId')}`,
  )
  for (const name of repeated(scoped)) faults.push(`workbook: name ${name} twice`)
  for (const one of names) {
    const name = attribute(one, 'name')
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255)
      faults.push(`workbook: name ${name}`)
    if (/^[A-Za-z]{1,3}\d+$/.test(name)) faults.push(`workbook: name ${name} reads like a cell`)
    const local = one.attributes.get('localSheetId')
    if (local !== undefined && Number(local) >= sheets.length)
      faults.push(`workbook: name ${name} of sheet ${local}`)
    if (one.text.trim() === '') faults.push(`workbook: name ${name} refers to nothing`)
    const [, quoted, plain] =
      /^(?:'((?:[^']|'')+)'|([^'!\s()[\],]+))!\$?[A-Z]{0,3}\$?\d*(?::|$)/i.exec(one.text) ?? []
    const sheet = quoted?.replaceAll("''", "'") ?? plain
    const known = sheets.map((title) => title.toLowerCase())
    if (sheet !== undefined && !sheet.startsWith('[') && !known.includes(sheet.toLowerCase()))
      faults.push(`workbook: name ${name} refers to a sheet ${sheet}`)
  }
}
