import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const required = process.env['ODAP_WORKBOOKS_REQUIRED'] === '1'

const why = required ? '' : ' (skipped: ODAP_WORKBOOKS_REQUIRED does not ask for it)'

test.skipIf(!required)(`the collection of workbooks by other hands is there where it has to be${why}`, () => {
  const folder = process.env['ODAP_WORKBOOKS'] ?? ''
  expect(existsSync(folder)).toBe(true)
  expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(100)
})
