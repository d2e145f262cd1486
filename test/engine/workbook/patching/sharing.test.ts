import { expect, it } from 'vitest'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import { loadWorkbook } from '../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { must } from '../../../support/journey.ts'
import { availability, noChanges, sampleInventory } from '../../../support/patch-sample.ts'

const changes = { ...noChanges, columns: [availability] }

it('what is loaded of a workbook already is used, and gives the same bytes however often', () => {
  const loaded = must(loadWorkbook(sampleInventory))
  expect(loaded.archive.kept.size).toBe(0)
  const apart = must(patchWorkbook(sampleInventory, changes))
  expect(loaded.archive.kept.size).toBe(0)
  for (let time = 0; time < 3; time += 1) {
    const shared = must(patchWorkbook(sampleInventory, changes, { loaded }))
    expect(Buffer.from(shared.bytes).equals(apart.bytes)).toBe(true)
    expect(shared.report).toEqual(apart.report)
  }
  expect(loaded.archive.kept.size).toBeGreaterThan(0)
})

it('it is told once the bytes are there and only to be checked; where nothing changes there is nothing to tell', () => {
  let told = 0
  const onPatched = () => {
    told += 1
  }
  must(patchWorkbook(sampleInventory, noChanges, { onPatched }))
  expect(told).toBe(0)
  must(patchWorkbook(sampleInventory, changes, { onPatched }))
  expect(told).toBe(1)
})
