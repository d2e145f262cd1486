import type { WorkbookFormat } from '../../../domain/inventory-table.ts'

/** What an office document is by the content type of its main part. */
export type DocumentKind =
  | { readonly format: WorkbookFormat }
  | { readonly refused: 'xlsb' | 'word' | 'powerpoint' }
  | null

export function documentKind(type: string): DocumentKind {
  if (type.includes('sheet.binary.')) return { refused: 'xlsb' }
  if (type.includes('wordprocessingml') || type.includes('ms-word')) return { refused: 'word' }
  if (type.includes('presentationml') || type.includes('ms-powerpoint')) return { refused: 'powerpoint' }
  if (type.includes('ms-excel.sheet.macroenabled')) return { format: 'xlsm' }
  if (type.includes('ms-excel.template.macroenabled')) return { format: 'xltm' }
  if (type.includes('spreadsheetml.template.main')) return { format: 'xltx' }
  if (type.includes('spreadsheetml.sheet.main')) return { format: 'xlsx' }
  return null
}
