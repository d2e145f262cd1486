import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import type { Dataset } from '../../../domain/dataset.ts'
import { isCommitted, isUpkeepSettled, publishingDatasets } from '../../../domain/progress.ts'
import type { Upkeep } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../program.tsx'
import { text } from '../../text.ts'
import { chosenByKey, isFreeEnter } from '../../ui/choice-list.tsx'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { NothingToPublish } from './nothing-to-publish.tsx'
import { PublishActions } from './publish-actions.tsx'
import { PlannedCard, PublishedCard, upkeepChoices } from './publish-cards.tsx'
import { plannedColumns, publishedColumns } from './publish-columns.tsx'
import type { Tab as ListName } from './publish-list.ts'
import { usePublishList } from './publish-list.ts'
import { PublishTable } from './publish-table.tsx'
import { inOrder, placesInPlan } from './publishing.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', height: '100%' },
  tabs: { marginBottom: '8px', marginLeft: '-10px' },
  panel: { flexGrow: 1, minHeight: 0 },
})

const isCommitmentOpen = (dataset: Dataset) => !isCommitted(dataset)
const isUpkeepOpen = (dataset: Dataset) => !isUpkeepSettled(dataset)

/** Step 5: dates and stewards for what is planned, upkeep for what is published. */
export function PublishStep() {
  const styles = useStyles()
  const { plan, progress, change } = usePlan()
  const { planned, published, places, columns } = useMemo(() => {
    const inPlan = placesInPlan(plan)
    const asked = publishingDatasets(plan)
    return {
      ...asked,
      places: inPlan,
      planned: inOrder(asked.planned, inPlan),
      columns: plannedColumns(inPlan),
    }
  }, [plan])
  const lists = {
    planned: usePublishList(planned, isCommitmentOpen),
    published: usePublishList(published, isUpkeepOpen),
  }
  const [tab, setTab] = useState<ListName>(
    planned.length === 0 && published.length > 0 ? 'published' : 'planned',
  )
  const list = lists[tab]
  const { done, total } = progress.publish

  const answer = (upkeep: Upkeep) => {
    const ids = lists.published.worked.map(({ id }) => id)
    if (ids.length > 0) void change('publish.set', { ids, changes: { upkeep } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = tab === 'published' ? chosenByKey(event, upkeepChoices) : null
    if (chosen !== null) answer(chosen)
    else if (isFreeEnter(event)) list.goToNextOpen()
    else return
    event.preventDefault()
  }

  return (
    <StepFrame
      title={text.publish.title}
      subtitle={text.publish.subtitle(done, total)}
      guidance={<GuidancePanel parts={text.publish.guidance} source={text.publish.guidanceSource} />}
      note={noteFor(tab, list.datasets.length, list.open)}
      actions={<PublishActions tab={tab} lists={lists} onTab={setTab} />}
      onKeyDown={onKeyDown}
    >
      <div className={styles.main}>
        <TabList
          className={styles.tabs}
          aria-label={text.publish.tabs}
          selectedValue={tab}
          onTabSelect={(_, { value }) => setTab(value === 'published' ? 'published' : 'planned')}
        >
          <Tab value="planned" id="tab-planned">
            {text.publish.planned(planned.length)}
          </Tab>
          <Tab value="published" id="tab-published">
            {text.publish.published(published.length)}
          </Tab>
        </TabList>
        <div className={styles.panel} role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {list.datasets.length === 0 ? (
            <NothingToPublish tab={tab} />
          ) : tab === 'planned' ? (
            <PublishTable key={tab} label={text.publish.plannedTable} list={list} columns={columns}>
              <PlannedCard datasets={list.worked} places={places} />
            </PublishTable>
          ) : (
            <PublishTable
              key={tab}
              label={text.publish.publishedTable}
              list={list}
              columns={publishedColumns}
            >
              <PublishedCard datasets={list.worked} onAnswer={answer} />
            </PublishTable>
          )}
        </div>
      </div>
    </StepFrame>
  )
}

function noteFor(tab: ListName, datasets: number, open: number): string {
  if (datasets === 0) return ''
  if (open === 0) return text.publish.allDone
  return tab === 'planned' ? text.publish.plannedNote : text.publish.publishedNote(upkeepChoices.length)
}
