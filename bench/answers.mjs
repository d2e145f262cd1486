// How long answers take to be saved while a workbook is given back: no person is to notice that it is.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkbook } from './make-workbook.mjs'

const columns = 30
const sizes = [1_000, 10_000]
const runs = 3
const ways = ['in process', 'over IPC']

/**
 * @param {{ node: string, rows: readonly number[], say: (text: string) => void }} wanted
 */
export function benchAnswers({ node, rows, say }) {
  const folder = join(tmpdir(), 'odap-bench')
  mkdirSync(folder, { recursive: true })
  say(`${runs} runs each, the median, and the longest of all; every run in a process of its own.`)
  say(`${columns} columns, every dataset answered; one answer every 20 ms, counted from when it was due.`)
  say(
    'Beside nothing else, and while the workbook is made, checked and handed over. The aim: none over 100 ms.',
  )
  say('')
  say('| rows | way | seconds to give back | median ms | longest | median meanwhile | longest meanwhile |')
  say('| ---: | --- | ---: | ---: | ---: | ---: | ---: |')
  for (const size of rows.length > 0 ? rows : sizes) {
    const path = join(folder, `${size}x${columns}-1.xlsx`)
    if (!existsSync(path)) makeWorkbook(path, size, columns)
    for (const way of ways) say(line(size, way, measure(node, way, path)))
  }
}

function measure(node, way, path) {
  const script = join(import.meta.dirname, 'answers-once.mjs')
  return Array.from({ length: runs }, () => {
    const parameters = ['--disable-warning=ExperimentalWarning', script, way, path]
    return JSON.parse(execFileSync(node, parameters, { encoding: 'utf8' }))
  })
}

function line(size, way, results) {
  const medianOf = (figure) => {
    const values = results.map(figure).sort((one, other) => one - other)
    return values[Math.floor(values.length / 2)]
  }
  const longestOf = (figure) => Math.max(...results.map(figure))
  const cells = [
    size.toLocaleString('en-US'),
    way,
    medianOf(({ seconds }) => seconds).toFixed(2),
    medianOf(({ quiet }) => quiet.medianMs).toFixed(1),
    longestOf(({ quiet }) => quiet.longestMs).toFixed(1),
    medianOf(({ busy }) => busy.medianMs).toFixed(1),
    longestOf(({ busy }) => busy.longestMs).toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}
