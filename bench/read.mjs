// How long reading takes and how much memory it needs, against other readers and against inflating alone.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkbook } from './make-workbook.mjs'

const columns = 30
const sizes = [1_000, 10_000, 50_000, 100_000]
const runs = 3
const ways = ['inflate', 'ours', 'exceljs', 'sheetjs']

/**
 * @param {{ node: string, rows: readonly number[], say: (text: string) => void }} wanted
 */
export function benchRead({ node, rows, say }) {
  const folder = join(tmpdir(), 'odap-bench')
  mkdirSync(folder, { recursive: true })
  say(`${runs} runs each, the median; every run in a process of its own; ${columns} columns.`)
  say('')
  say('| rows | way | seconds | peak MB | times inflate | times ours | memory to ours |')
  say('| ---: | --- | ---: | ---: | ---: | ---: | ---: |')
  for (const size of rows.length > 0 ? rows : sizes) {
    const path = join(folder, `${size}x${columns}-1.xlsx`)
    if (!existsSync(path)) makeWorkbook(path, size, columns)
    const measured = new Map(ways.map((way) => [way, measure(node, way, path)]))
    for (const [way, figures] of measured) say(line(size, way, figures, measured))
  }
}

function measure(node, way, path) {
  const script = join(import.meta.dirname, 'read-once.mjs')
  const results = Array.from({ length: runs }, () => {
    const output = execFileSync(node, ['--disable-warning=ExperimentalWarning', script, way, path], {
      encoding: 'utf8',
    })
    return JSON.parse(output)
  })
  return {
    seconds: median(results.map(({ seconds }) => seconds)),
    megabytes: median(results.map(({ megabytes }) => megabytes)),
  }
}

function line(size, way, figures, measured) {
  const inflate = measured.get('inflate')
  const ours = measured.get('ours')
  const cells = [
    size.toLocaleString('en-US'),
    way,
    figures.seconds.toFixed(2),
    figures.megabytes.toFixed(0),
    (figures.seconds / inflate.seconds).toFixed(1),
    (figures.seconds / ours.seconds).toFixed(1),
    (figures.megabytes / ours.megabytes).toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
