import { describe, expect, test } from 'vitest'
import { fieldHits } from '../../../src/domain/table/field-hits.ts'
import { areTechnicalNames } from '../../../src/domain/table/technical-names.ts'

describe('how many fields headings name', () => {
  const others = (count: number) => Array.from({ length: count }, (_, index) => `Colour ${index}`)

  test.each<[what: string, headings: readonly string[], hits: number]>([
    ['none', [], 0],
    ['none where they name nothing', ['Colour', 'Shape'], 0],
    ['one for each field', ['Owner', 'File format', 'Colour'], 2],
    ['two for the title', ['Dataset', 'Owner'], 3],
    ['less where a heading is only like one', ['Purple owner', 'Format'], 1.67],
    ['half where it is so in one word of five', ['Owner blue green red pink'], 0.5],
    ['nothing where it is hardly like one', ['Purpose blue green', 'Owner'], 1],
    ['one for several of the same field, however clear the last', ['Owner', 'Purple owner'], 1],
    ['the clearer one of the same field', ['Purple owner', 'Owner'], 1],
    ['no more than there are headings, the clearest', ['Contact person'], 1],
    ['no more than there are headings, and those the clearest', ['Department priority', 'Owner'], 1.72],
    ['what is named within the first sixty', [...others(59), 'Owner'], 1],
    ['nothing behind the first sixty', [...others(60), 'Owner'], 0],
    ['what is named in long ones', [`Owner ${'x'.repeat(114)}`], 0.62],
    ['nothing in longer ones', [`Owner ${'x'.repeat(115)}`], 0],
    ['what is named behind longer ones', ['x'.repeat(121), 'Owner'], 1],
  ])('is %s', (_, headings, hits) => {
    expect(fieldHits(headings)).toBeCloseTo(hits, 10)
  })
})

describe('names that a form or a database gives its columns', () => {
  test.each<[what: string, names: readonly string[]]>([
    ['joined by lines', ['ds_title', 'ds_owner', 'ds_format']],
    ['joined by stops', ['contact.name', 'contact.mail', 'contact.phone']],
    ['joined by capitals', ['datasetTitle', 'updateFrequency', 'dataOwner']],
    ['of which half are joined', ['ds_title', 'dataOwner', 'format', 'notes']],
  ])('are words %s', (_, names) => {
    expect(areTechnicalNames(names)).toBe(true)
  })

  test.each<[what: string, names: readonly string[]]>([
    ['there are two', ['ds_title', 'ds_owner']],
    ['there are none', []],
    ['fewer than half are joined', ['ds_title', 'dataOwner', 'format', 'notes', 'id']],
    ['one is several words', ['ds_title', 'ds_owner', 'data format']],
    ['one begins with a capital', ['ds_title', 'ds_owner', 'Format']],
    ['one ends in what joins', ['ds_title', 'ds_owner', 'format_']],
    ['none is joined', ['title', 'owner', 'format']],
  ])('are none where %s', (_, names) => {
    expect(areTechnicalNames(names)).toBe(false)
  })
})
