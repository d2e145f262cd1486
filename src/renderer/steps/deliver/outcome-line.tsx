import { Spinner } from '@fluentui/react-components'
import { text } from '../../text.ts'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import type { Deliverable, Delivery, Outcome } from './delivery.ts'

const notMade: { readonly [Name in Deliverable]: string } = {
  workbook: text.deliver.workbookNotMade,
  document: text.deliver.documentNotMade,
  plan: text.deliver.planNotMade,
}

/** What is happening to a file, or where it went; nothing before it was asked for. */
export function OutcomeLine({ what, delivery }: { readonly what: Deliverable; readonly delivery: Delivery }) {
  if (delivery.making === what) {
    return <Spinner size="tiny" labelPosition="after" label={text.deliver.making[what]} role="status" />
  }
  const outcome = delivery.outcomes[what]
  if (outcome === null) return null
  if (outcome.kind === 'failed') return <ErrorMessage title={notMade[what]} error={outcome.error} />
  if (outcome.kind === 'not-saved') {
    return (
      <Message intent="info" title={text.deliver.notSaved}>
        {text.deliver.saveAgain}
      </Message>
    )
  }
  return <Message intent="success">{whereItIs(outcome)}</Message>
}

function whereItIs({ where, name }: Extract<Outcome, { readonly kind: 'saved' }>): string {
  return 'saved' in where ? text.deliver.savedTo(where.saved) : text.deliver.handedOver(name)
}
