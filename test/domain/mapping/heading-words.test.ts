import { expect, test } from 'vitest'
import {
  headingWords,
  headingWordsInFront,
  headingWordsWithoutBrackets,
} from '../../../src/domain/mapping/heading-words.ts'

test.each<[heading: string, words: string]>([
  ['Dataset¹ name²', 'dataset name'],
  ['Propriété', 'propriete'],
  ['datasetTitle', 'dataset title'],
  ['DATASET_TITLES', 'dataset title'],
  ['Data Sets', 'dataset'],
  ['FOIexemption', 'foi exemption'],
  ['FOIAexemption', 'foia exemption'],
  ['URLdata', 'url data'],
  ['accessURL', 'access url'],
  ['URLs', 'url'],
  ['Dataset IDs', 'dataset id'],
  ['POCs/URLsOfData', 'poc url data'],
  ['Steward’s e-mail', 'steward email'],
  ["Owner's web site", 'owner website'],
  ['# of copies', 'number copy'],
  ['1. Topic', 'topic'],
  ['(2) Topic', 'topic'],
  ['2.1) Topic', 'topic'],
  ['Q3: Topic', 'topic'],
  ['Question 3. Topic', 'topic'],
  ['a) Topic', 'topic'],
  ['3 Topics', '3 topic'],
  ['Year 2. Topic', 'year 2 topic'],
  ['Categories', 'category'],
  ['Status', 'status'],
  ['Access', 'access'],
  ['Basis', 'basis'],
  ['Bus', 'bus'],
  ['Tags', 'tag'],
  ['Its', 'its'],
  ['What is it?', 'what is it'],
  ['What does it hold', 'hold'],
  ['', ''],
])('the words of %j are %j', (heading, words) => {
  expect(headingWords(heading).join(' ')).toBe(words)
})

test.each<[heading: string, words: string]>([
  ['Owner: the person who answers for it', 'owner'],
  ['Owner – the person who answers', 'owner'],
  ['Owner - the person who answers', 'owner'],
  ['Owner: who answers here', 'owner answer here'],
  ['Owner: name of the person: in full', 'owner'],
  ['Owner: one two - three four', 'owner'],
  ['Owner: one two - three', 'owner one two three'],
  ['Sub-agency', 'sub agency'],
  [': the person who answers for it', 'person answer'],
])('the words in front of what explains %j are %j', (heading, words) => {
  expect(headingWordsInFront(heading).join(' ')).toBe(words)
})

test.each<[heading: string, words: string]>([
  ['Format (Excel, CSV)', 'format'],
  ['Format [Excel] of data', 'format data'],
  ['Format (Excel, CSV', 'format'],
  ['Format [Excel', 'format'],
  ['Contact(s)', 'contact'],
  ['Contact(name)email', 'contact email'],
])('the words of %j without its brackets are %j', (heading, words) => {
  expect(headingWordsWithoutBrackets(heading).join(' ')).toBe(words)
})
