// What giving a workbook back costs, against loading and saving it with exceljs and against the sheet's compression alone.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkbook } from './make-workbook.mjs'

const columns = 30
const sizes = [1_000, 10_000, 100_000]
const runs = 5
const ways = ['floor', 'patch', 'patch and check', 'exceljs']

/**
 * @param {{ node: string, rows: readonly number[], say: (text: string) => void }} wanted
 */
export function benchUpdate({ node, rows, say }) {
  const folder = join(tmpdir(), 'odap-bench')
  mkdirSync(folder, { recursive: true })
  say(`${runs} runs each (3 from 100,000 rows on), the median; every run in a process of its own;`)
  say(`${columns} columns, 200 cells changed, 4 columns added with an answer in every row.`)
  say('')
  say('| rows | way | seconds | peak MB | times the floor | faster than exceljs | memory to exceljs |')
  say('| ---: | --- | ---: | ---: | ---: | ---: | ---: |')
  for (const size of rows.length > 0 ? rows : sizes) {
    const path = join(folder, `${size}x${columns}-1.xlsx`)
    if (!existsSync(path)) makeWorkbook(path, size, columns)
    const measured = new Map(ways.map((way) => [way, measure(node, way, path, size)]))
    for (const [way, figures] of measured) say(line(size, way, figures, measured))
  }
}

function measure(node, way, path, size) {
  const script = join(import.meta.dirname, 'update-once.mjs')
  const results = Array.from({ length: size < 100_000 ? runs : 3 }, () => {
    const parameters = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=8192', script]
    return JSON.parse(execFileSync(node, [...parameters, way, path, String(size)], { encoding: 'utf8' }))
  })
  return {
    seconds: median(results.map(({ seconds }) => seconds)),
    megabytes: median(results.map(({ megabytes }) => megabytes)),
  }
}

function line(size, way, figures, measured) {
  const floor = measured.get('floor')
  const exceljs = measured.get('exceljs')
  const cells = [
    size.toLocaleString('en-US'),
    way,
    figures.seconds.toFixed(3),
    figures.megabytes.toFixed(0),
    (figures.seconds / floor.seconds).toFixed(1),
    (exceljs.seconds / figures.seconds).toFixed(1),
    (figures.megabytes / exceljs.megabytes).toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
