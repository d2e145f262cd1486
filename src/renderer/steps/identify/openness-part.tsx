import type { Dataset } from '../../../domain/dataset.ts'
import { answerLabels, opennessLabels } from '../../../domain/labels.ts'
import type { Answer } from '../../../domain/vocabulary.ts'
import { answers, opennessProperties } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { CardPart } from '../../ui/card.tsx'
import type { RowChoice } from '../../ui/choice-row.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'

const answerChoices: readonly RowChoice<Answer>[] = answers.map((id) =>
  id === 'not-yet-determined'
    ? { id, label: text.identify.openShort, name: answerLabels[id], isOpen: true }
    : { id, label: answerLabels[id] },
)

/** The five properties of open data, each of which a dataset may or may not have. */
export function OpennessPart({ dataset }: { readonly dataset: Dataset }) {
  const { change } = usePlan()
  const { id, openness } = dataset
  const determined = opennessProperties.filter((property) => openness[property] !== 'not-yet-determined')
  return (
    <CardPart
      heading={text.identify.openness}
      aside={text.identify.determined(determined.length, opennessProperties.length)}
    >
      {opennessProperties.map((property) => (
        <ChoiceRow
          key={property}
          label={opennessLabels[property]}
          choices={answerChoices}
          chosen={openness[property]}
          onChoose={(answer) =>
            void change('identify.set-openness', { ids: [id], changes: { [property]: answer } })
          }
        />
      ))}
    </CardPart>
  )
}
