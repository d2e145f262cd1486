import { Button } from '@fluentui/react-components'
import { goTo } from '../../navigation.ts'
import { text } from '../../text/text.ts'
import type { PublishLists, Tab } from './publish-list.ts'

interface PublishActionsProps {
  readonly tab: Tab
  readonly lists: PublishLists
  readonly onTab: (tab: Tab) => void
}

/** On through this list, then to the other one, then to the next step. */
export function PublishActions({ tab, lists, onTab }: PublishActionsProps) {
  const list = lists[tab]
  const other = tab === 'planned' ? 'published' : 'planned'
  if (list.open > 0) {
    return (
      <>
        <Button onClick={list.goBack}>{text.publish.previous}</Button>
        <Button appearance="primary" onClick={list.goOn}>
          {text.publish.next}
        </Button>
      </>
    )
  }
  if (lists[other].open > 0) {
    return (
      <Button appearance="primary" onClick={() => onTab(other)}>
        {other === 'published' ? text.publish.toPublished : text.publish.toPlanned}
      </Button>
    )
  }
  // Where there is nothing to settle, the step to do first is the one to go to.
  const isEmpty = list.datasets.length + lists[other].datasets.length === 0
  return (
    <Button appearance={isEmpty ? 'secondary' : 'primary'} onClick={() => goTo({ screen: 'deliver' })}>
      {text.publish.goOn}
    </Button>
  )
}
