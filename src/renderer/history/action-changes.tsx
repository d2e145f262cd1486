import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import type { ChangedThing, HistoryChanges, HistoryEntry } from '../../contract/views.ts'
import { useRead } from '../plan/read.ts'
import { text } from '../text/text.ts'
import { ErrorMessage } from '../ui/message.tsx'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
  },
  head: { padding: '4px 8px 4px 0', textAlign: 'left', color: tokens.colorNeutralForeground2 },
  cell: {
    padding: '6px 8px 6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface ActionChangesProps {
  readonly planId: string
  readonly entry: HistoryEntry
}

/** What one action changed, before and after. */
export function ActionChanges({ planId, entry }: ActionChangesProps) {
  const styles = useStyles()
  const { value: changes, problem } = useRead('history.changes', { actionId: entry.id }, { planId })
  if (!entry.undoable) return <Text className={styles.quiet}>{text.history.imported}</Text>
  if (problem !== null) return <ErrorMessage error={problem} />
  if (changes === null) return <Spinner size="tiny" label={text.history.lookingUp} />
  return <ChangesTable label={text.history.changesOf(entry.what)} changes={changes} />
}

function ChangesTable({ label, changes }: { readonly label: string; readonly changes: HistoryChanges }) {
  const styles = useStyles()
  const { columns } = text.history
  const more = changes.total - changes.things.length
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {[columns.what, columns.before, columns.after].map((heading) => (
              <th key={heading} scope="col" className={styles.head}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.things.map((thing, index) => (
            // An action may touch one row twice, so only its place tells a change from the others.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a past action never changes
            <ThingRows key={index} thing={thing} />
          ))}
        </tbody>
      </table>
      {more > 0 && <Text className={styles.quiet}>{text.history.moreThings(more)}</Text>}
    </>
  )
}

function ThingRows({ thing }: { readonly thing: ChangedThing }) {
  const styles = useStyles()
  const { added, removed, empty, noFields } = text.history
  const came = thing.change === 'changed' ? '' : ` (${thing.change === 'added' ? added : removed})`
  const name = `${thing.kind === 'plan' ? text.history.planItself : thing.name}${came}`
  if (thing.fields.length === 0) {
    return (
      <tr>
        <th scope="row" className={styles.cell}>
          <span className={styles.name}>{name}</span>
        </th>
        <td className={styles.cell} colSpan={2}>
          {noFields}
        </td>
      </tr>
    )
  }
  return thing.fields.map(({ field, before, after }, index) => (
    <tr key={field}>
      <th scope="row" className={styles.cell}>
        {index === 0 && <span className={styles.name}>{name}</span>}
        {field}
      </th>
      {[before, after].map((value, side) => (
        <td key={side === 0 ? 'before' : 'after'} className={styles.cell}>
          {value === '' ? <span className={styles.quiet}>{empty}</span> : value}
        </td>
      ))}
    </tr>
  ))
}
