import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Dataset } from '../../../domain/dataset.ts'
import { releaseRouteLabels } from '../../../domain/labels.ts'
import type { ReleaseRoute } from '../../../domain/vocabulary.ts'
import { releaseRoutes } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import type { RowChoice } from '../../ui/choice-row.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { SavedField } from '../../ui/saved-field.tsx'
import { Suggestion } from '../../ui/suggestion.tsx'
import { commonAnswer, legalBasisPicks } from './answers.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
  picks: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface ProtectionProps {
  /** One dataset, or several that are answered together. */
  readonly datasets: readonly Dataset[]
}

/** Why the law protects the data and, where a version of it may be released, how. */
export function ProtectionFields({ datasets }: ProtectionProps) {
  const styles = useStyles()
  const { plan } = usePlan()
  const accesses = new Set(datasets.map(({ identification }) => identification.access))
  if (accesses.has('public') || accesses.has('undetermined')) return null
  return (
    <div className={styles.fields}>
      <ProtectionField
        datasets={datasets}
        field="legalBasis"
        label={text.identify.legalBasis}
        hint={text.identify.legalBasisHint}
        picks={legalBasisPicks(datasets, plan.reference).map((value) => ({ label: value, value }))}
      />
      {!accesses.has('protected') && <ReleaseFields datasets={datasets} />}
    </div>
  )
}

/** Protected data is not released as it is, so that is no choice here. */
const routeChoices: readonly RowChoice<ReleaseRoute | null>[] = [
  ...releaseRoutes
    .filter((route) => route !== 'as-is')
    .map((id) => ({ id, label: releaseRouteLabels[id], name: text.identify.routeNames[id] })),
  { id: null, label: text.identify.openShort, name: text.identify.open, isOpen: true },
]

function ReleaseFields({ datasets }: ProtectionProps) {
  const styles = useStyles()
  const { plan, change } = usePlan()
  const { suppressionRules } = plan.reference
  const ids = datasets.map(({ id }) => id)
  return (
    <>
      <ChoiceRow
        label={text.identify.releaseRoute}
        labelPlace="above"
        choices={routeChoices}
        chosen={commonAnswer(datasets, 'releaseRoute')}
        onChoose={(releaseRoute) => void change('identify.set', { ids, changes: { releaseRoute } })}
      />
      <ProtectionField
        datasets={datasets}
        field="suppressionRule"
        label={text.identify.suppressionRule}
        hint={text.identify.suppressionHint}
        picks={suppressionRules.entries.map(({ name, rule }) => ({ label: name, value: rule }))}
      />
      {suppressionRules.entries.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {text.identify.suppressionSource}
        </Text>
      )}
      <ProtectionField
        datasets={datasets}
        field="checkedBy"
        label={text.identify.checkedBy}
        hint={text.identify.checkedByHint}
      />
    </>
  )
}

interface QuickPick {
  readonly label: string
  readonly value: string
}

interface ProtectionFieldProps extends ProtectionProps {
  readonly field: 'legalBasis' | 'suppressionRule' | 'checkedBy'
  readonly label: string
  readonly hint: string
  readonly picks?: readonly QuickPick[]
}

function ProtectionField({ datasets, field, label, hint, picks = [] }: ProtectionFieldProps) {
  const styles = useStyles()
  const { change } = usePlan()
  const ids = datasets.map(({ id }) => id)
  const common = commonAnswer(datasets, field)
  const save = async (given: string) =>
    (await change('identify.set', { ids, changes: { [field]: given.trim() } })).ok
  return (
    <div>
      <SavedField
        key={ids.join()}
        label={label}
        hint={common === null ? text.identify.theyDiffer : hint}
        value={common ?? ''}
        kind={field === 'suppressionRule' ? 'multiline' : 'text'}
        onSave={save}
      />
      {common === '' && picks.length > 0 && (
        <div className={styles.picks}>
          {picks.map((pick) => (
            <Suggestion key={pick.label} value={pick.label} onTake={() => void save(pick.value)} />
          ))}
        </div>
      )}
    </div>
  )
}
