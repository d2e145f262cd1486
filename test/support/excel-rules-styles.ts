import { checkCount, checkOrder, repeated } from './excel-rules-package.ts'
import { attribute, child, children, type XmlNode } from './xml-tree.ts'

const order =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ')

export function styleCount(styles: XmlNode | undefined): number {
  return children(child(styles, 'cellXfs'), 'xf').length
}

export function checkStyles(
  styles: { readonly name: string; readonly root: XmlNode } | undefined,
  faults: string[],
): void {
  if (styles === undefined) return
  const { name, root } = styles
  checkOrder(name, root, order, faults)
  for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs']) {
    checkCount(name, child(root, list), faults)
  }
  const formats = children(child(root, 'numFmts'), 'numFmt').map((one) => attribute(one, 'numFmtId'))
  for (const id of repeated(formats)) faults.push(`${name}: number format ${id} twice`)
  const lists = [
    ['fontId', children(child(root, 'fonts'), 'font').length],
    ['fillId', children(child(root, 'fills'), 'fill').length],
    ['borderId', children(child(root, 'borders'), 'border').length],
    ['xfId', children(child(root, 'cellStyleXfs'), 'xf').length],
  ] as const
  for (const [index, xf] of children(child(root, 'cellXfs'), 'xf').entries()) {
    for (const [key, count] of lists) {
      const value = Number(xf.attributes.get(key) ?? 0)
      if (value > 0 && value >= count) faults.push(`${name}: format ${index} has ${key} ${value}`)
    }
    const id = Number(xf.attributes.get('numFmtId') ?? 0)
    if (id >= 164 && !formats.includes(String(id)))
      faults.push(`${name}: format ${index} has number format ${id}`)
  }
}
