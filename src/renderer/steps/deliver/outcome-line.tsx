import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { text } from '../../text/text.ts'
import { CallProgressLine } from '../../ui/call-progress.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import type { Deliverable, Delivery, Outcome, SaveHow } from './delivery.ts'

const useStyles = makeStyles({
  making: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
})

const notMade: { readonly [Name in Deliverable]: string } = {
  workbook: text.deliver.workbookNotMade,
  document: text.deliver.documentNotMade,
  plan: text.deliver.planNotMade,
}

/** What is happening to a file, or where it went; nothing before it was asked for. */
export function OutcomeLine({ what, delivery }: { readonly what: Deliverable; readonly delivery: Delivery }) {
  if (delivery.making === what) return <BeingMade what={what} {...delivery} />
  const outcome = delivery.outcomes[what]
  if (outcome === null) return null
  if (outcome.kind === 'failed') {
    const other = otherWay(outcome)
    const actions = other && (
      <Button size="small" onClick={() => delivery.save(what, other.how)}>
        {other.label}
      </Button>
    )
    return <ErrorMessage title={notMade[what]} error={outcome.error} actions={actions} />
  }
  if (outcome.kind === 'not-saved') {
    return (
      <Message intent="info" title={text.deliver.notSaved}>
        {text.deliver.saveAgain}
      </Message>
    )
  }
  return <Message intent="success">{whereItIs(outcome)}</Message>
}

interface BeingMadeProps extends Pick<Delivery, 'cancel' | 'progress'> {
  readonly what: Deliverable
}

function BeingMade({ what, cancel, progress }: BeingMadeProps) {
  const styles = useStyles()
  const label = text.deliver.making[what]
  if (cancel !== null && progress !== null) {
    return <CallProgressLine label={label} {...progress} isCancelling={false} onCancel={cancel} />
  }
  return (
    <div className={styles.making}>
      <Spinner size="tiny" labelPosition="after" label={label} role="status" />
      {cancel !== null && (
        <Button size="small" onClick={cancel}>
          {text.progress.cancel}
        </Button>
      )}
    </div>
  )
}

/** What can be done instead, where something can. */
function otherWay({
  error,
}: Extract<Outcome, { readonly kind: 'failed' }>): { readonly label: string; readonly how: SaveHow } | null {
  switch (error.code) {
    case 'target-open':
    case 'target-read-only':
    case 'target-not-downloaded':
      return { label: text.deliver.saveBeside, how: { way: 'beside' } }
    case 'encoding-cannot-hold':
      return { label: text.deliver.saveAsUtf8, how: { encoding: 'utf-8' } }
    case 'workbook-dialect-not-written':
      return { label: text.deliver.savePlain, how: { workbook: 'plain' } }
    default:
      return null
  }
}

function whereItIs({ where, name }: Extract<Outcome, { readonly kind: 'saved' }>): string {
  if (!('saved' in where)) return text.deliver.handedOver(name)
  const saved = text.deliver.savedTo(where.saved)
  return where.kept === null ? saved : `${saved}. ${text.deliver.keptAs(where.kept)}`
}
