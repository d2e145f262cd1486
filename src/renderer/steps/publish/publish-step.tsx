import { useState } from 'react'
import type { Upkeep } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { walkKeys } from '../../ui/walk.ts'
import { PublishActions } from './publish-actions.tsx'
import { upkeepChoices } from './publish-cards.tsx'
import type { Tab } from './publish-list.ts'
import { usePublishLists } from './publish-list.ts'
import { PublishTabs } from './publish-tabs.tsx'

/** Step 5: dates and stewards for what is planned, upkeep for what is published. */
export function PublishStep() {
  const { progress, change } = usePlan()
  const lists = usePublishLists()
  const { planned, published } = lists
  const [tab, setTab] = useState<Tab>(
    planned.datasets.length === 0 && published.datasets.length > 0 ? 'published' : 'planned',
  )
  const list = lists[tab]
  const { done, total } = progress.publish

  const answer = (upkeep: Upkeep) => {
    const ids = published.worked.map(({ id }) => id)
    if (ids.length > 0) void change('publish.set', { ids, changes: { upkeep } })
  }

  return (
    <StepFrame
      title={text.publish.title}
      subtitle={text.publish.subtitle(done, total)}
      guidance={<GuidancePanel parts={text.publish.guidance} source={text.publish.guidanceSource} />}
      note={noteFor(tab, list.datasets.length, list.open)}
      actions={<PublishActions tab={tab} lists={lists} onTab={setTab} />}
      onKeyDown={walkKeys(
        list.goOn,
        tab === 'published' ? { choices: upkeepChoices, onChoose: answer } : null,
      )}
    >
      <PublishTabs tab={tab} lists={lists} onTab={setTab} onAnswer={answer} />
    </StepFrame>
  )
}

function noteFor(tab: Tab, datasets: number, open: number): string {
  if (datasets === 0) return ''
  if (open === 0) return text.publish.allDone
  return tab === 'planned' ? text.publish.plannedNote : text.publish.publishedNote(upkeepChoices.length)
}
