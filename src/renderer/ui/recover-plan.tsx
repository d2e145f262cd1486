import { Button, makeStyles, Radio, RadioGroup, Spinner, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { Backup } from '../../contract/views.ts'
import { useRead } from '../plan/read.ts'
import { describeError } from '../text/describe-error.ts'
import { dayAndTimeInWords } from '../text/moments.ts'
import { text } from '../text/text.ts'
import { ErrorMessage, Message } from './message.tsx'
import { Panel } from './panel.tsx'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '12px 16px 16px' },
  backups: { maxHeight: '200px', overflowY: 'auto' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
})

interface WaysOut {
  readonly error: AppError
  /** Answers what kept a backup from being brought back; null when it is open. */
  readonly onRecover: (backupId: string) => Promise<AppError | null>
  readonly onNotNow: () => void
}

interface RecoverPlanProps extends WaysOut {
  readonly heading: string
  readonly planId: string
}

/** A plan whose file is no good: what happened, and its backups, the newest good one chosen. */
export function RecoverPlan({ heading, planId, ...ways }: RecoverPlanProps) {
  const styles = useStyles()
  const words = text.recovery
  const { value: backups, problem } = useRead('plan.backups', { planId })
  const { happened } = describeError(ways.error)
  return (
    <Panel heading={heading}>
      <div className={styles.body} role="alert">
        <Text>{happened}</Text>
        {backups === null && problem === null && <Spinner size="tiny" label={words.lookingUp} />}
        {problem !== null && <ErrorMessage error={problem} />}
        {backups?.length === 0 && (
          <Text>
            {words.none} {words.noneNext}
          </Text>
        )}
        {backups !== null && backups.length > 0 ? (
          <Backups backups={backups} {...ways} />
        ) : (
          <div className={styles.actions}>
            <Button onClick={ways.onNotNow}>{words.notNow}</Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

interface BackupsProps extends WaysOut {
  readonly backups: readonly Backup[]
}

function Backups({ error, backups, onRecover, onNotNow }: BackupsProps) {
  const styles = useStyles()
  const words = text.recovery
  const [chosen, setChosen] = useState(backups[0]?.id ?? '')
  const [damaged, setDamaged] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const bringBack = async () => {
    if (isBusy) return
    setBusy(true)
    const failure = await onRecover(chosen)
    setBusy(false)
    setProblem(failure)
    if (failure?.code !== 'backup-damaged') return
    const known = [...damaged, chosen]
    setDamaged(known)
    setChosen(backups.find(({ id }) => !known.includes(id))?.id ?? '')
  }
  return (
    <>
      <Text>
        {words.offer(backups.length)} {keptWords(error)}
      </Text>
      <RadioGroup
        className={styles.backups}
        aria-label={words.choose}
        value={chosen}
        onChange={(_, { value }) => setChosen(value)}
      >
        {backups.map((backup, index) => (
          <Radio
            key={backup.id}
            value={backup.id}
            disabled={damaged.includes(backup.id)}
            label={labelOf(backup, index === 0, damaged.includes(backup.id))}
          />
        ))}
      </RadioGroup>
      {problem?.code === 'backup-damaged' && <Message intent="warning">{words.damagedBackup}</Message>}
      {problem !== null && problem.code !== 'backup-damaged' && <ErrorMessage error={problem} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || chosen === ''}
          onClick={() => void bringBack()}
        >
          {isBusy ? words.bringingBack : words.bringBack}
        </Button>
        <Button onClick={onNotNow}>{words.notNow}</Button>
      </div>
    </>
  )
}

function keptWords({ code }: AppError): string {
  const { kept, keptNewer, gone } = text.recovery
  if (code === 'plan-newer') return keptNewer
  return code === 'plan-not-found' ? gone : kept
}

function labelOf({ at, kind, name }: Backup, isNewest: boolean, isDamaged: boolean): string {
  const { newest, damaged } = text.recovery
  const what = kind === 'automatic' || name === '' ? text.history.backups.automatic : name
  const remarks = [...(isNewest ? [newest] : []), ...(isDamaged ? [damaged] : [])]
  return [dayAndTimeInWords(at), what, ...remarks].join(' · ')
}
