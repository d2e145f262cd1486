import { expect, test } from 'vitest'
import { torture } from './torture.ts'

const kills = process.env['ODAP_SUITE'] === 'full' ? 200 : 25

test(`${kills} kills at random moments lose no acknowledged action and leave none half done`, {
  timeout: 600_000,
}, async () => {
  const figures = await torture(kills, 20_261_122)
  expect(figures.kills).toBe(kills)
  // A run whose kills found nothing under way, or whose actions were all refused, would have shown nothing.
  expect(figures.killsMidway).toBeGreaterThan(kills / 4)
  expect(figures.acknowledged).toBeGreaterThan(kills * 2)
  expect(figures.wentBack).toBeGreaterThan(0)
  expect(figures.backups).toBeGreaterThan(0)
  expect(figures.undoneAtTheEnd).toBeGreaterThan(kills)
})
