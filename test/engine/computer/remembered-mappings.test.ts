import { expect, test } from 'vitest'
import { rememberedMappingsIn } from '../../../src/engine/computer/remembered-mappings.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('of very many headings those that were used last are remembered, also after a restart', () => {
  const dataDir = temporaryFolder()
  const remembered = rememberedMappingsIn(dataDir)
  const shape = (number: number) => [`Heading ${number}`]
  for (let number = 1; number <= 100; number += 1) remembered.remember(shape(number), [['title']])
  remembered.remember(shape(1), [['description']])
  remembered.remember(shape(101), [['owner']])
  const again = rememberedMappingsIn(dataDir)
  expect(again.find(shape(101))).toEqual([['owner']])
  expect(again.find(shape(1))).toEqual([['description']])
  expect(again.find(shape(100))).toEqual([['title']])
  expect(again.find(shape(2))).toBeNull()
})
