import { Button, Field, Input, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { Backup } from '../../contract/views.ts'
import { useHost, usePlan, usePlanView, useReadOnly } from '../plan/program.tsx'
import { useRead } from '../plan/read.ts'
import { text } from '../text/text.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'
import { BackupRow } from './backup-row.tsx'
import { PlanFileExport } from './plan-file-export.tsx'

const useStyles = makeStyles({
  backups: { display: 'flex', flexDirection: 'column', gap: '14px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  // Beside the field itself, not beside its label or its hint.
  make: { marginTop: '26px' },
  name: { flexGrow: 1, minWidth: '220px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** The plan as it was: kept by the program or by hand, compared before it is brought back. */
export function Backups() {
  const styles = useStyles()
  const { plan } = usePlan()
  const isReading = useReadOnly()
  const { backups, problem, readAgain } = useBackups(plan.id)
  const [done, setDone] = useState<string | null>(null)
  const words = text.history.backups
  return (
    <div className={styles.backups}>
      <Text className={styles.quiet}>{isReading ? words.introReading : words.intro}</Text>
      {!isReading && (
        <NewPoint
          planId={plan.id}
          onMade={({ name }) => {
            setDone(words.made(name))
            readAgain()
          }}
        />
      )}
      {done !== null && <Message intent="success">{done}</Message>}
      {problem !== null && <ErrorMessage error={problem} />}
      {backups === null && problem === null && <Spinner size="small" label={text.history.reading} />}
      {backups?.length === 0 && <Text className={styles.quiet}>{words.none}</Text>}
      {backups !== null && backups.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {backups.map((backup) => (
            <BackupRow
              key={backup.id}
              planId={plan.id}
              backup={backup}
              canRestore={!isReading}
              onRestored={() => setDone(words.restored)}
            />
          ))}
        </ul>
      )}
      <PlanFileExport planId={plan.id} />
    </div>
  )
}

/** Read again with every change of the plan: restoring makes one of its own. */
function useBackups(planId: string) {
  const revision = usePlanView()?.revision
  const { value, problem, readAgain } = useRead('history.backups', {}, { planId, revision })
  // A list of which nobody knows whether it still holds is not offered.
  return { backups: problem === null ? value : null, problem, readAgain }
}

interface NewPointProps {
  readonly planId: string
  readonly onMade: (backup: Backup) => void
}

function NewPoint({ planId, onMade }: NewPointProps) {
  const styles = useStyles()
  const { client } = useHost()
  const [name, setName] = useState('')
  const [isMaking, setMaking] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || isMaking) return
    setMaking(true)
    const answer = await client.call('history.make-backup', { name: name.trim() }, { planId })
    setMaking(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setName('')
    onMade(answer.value)
  }
  const words = text.history.backups
  return (
    <form className={styles.form} onSubmit={(event) => void make(event)}>
      <Field className={styles.name} label={words.name} hint={words.nameHint}>
        <Input value={name} maxLength={200} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Button type="submit" className={styles.make} disabledFocusable={name.trim() === '' || isMaking}>
        {words.make}
      </Button>
      {problem !== null && <ErrorMessage title={text.history.failed} error={problem} />}
    </form>
  )
}
