import type { InspectionView } from '../../../contract/views.ts'
import type { FrequencyAnswer, FrequencyReading } from '../../../domain/mapping/update-frequency.ts'
import { readFrequencies } from '../../../domain/mapping/update-frequency.ts'
import type { ChosenFields } from './column-choices.ts'
import { lettersOf } from './column-choices.ts'

/** What becomes of the inventory's words for how often, in the columns that are read as the update frequency. */
export function frequencyReading(
  { table, frequencies, frequencyVocabulary }: InspectionView,
  chosen: ChosenFields,
  answers: readonly FrequencyAnswer[],
): FrequencyReading {
  const letters = lettersOf(table.columns, chosen, 'update-frequency')
  const words = frequencies.filter(({ letter }) => letters.includes(letter)).flatMap((column) => column.words)
  return readFrequencies(words, frequencyVocabulary, new Map(answers.map(({ word, value }) => [word, value])))
}

/** The words that mean two things, whether they were answered or not. */
export function questionsOf(inspection: InspectionView, chosen: ChosenFields): FrequencyReading['questions'] {
  return frequencyReading(inspection, chosen, []).questions
}
