import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { Upkeep } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'
import { WalkTable } from '../../ui/walk-table.tsx'
import { NothingToPublish } from './nothing-to-publish.tsx'
import { PlannedCard, PublishedCard } from './publish-cards.tsx'
import { plannedColumns, publishedColumns } from './publish-columns.tsx'
import type { PublishLists, Tab as TabName } from './publish-list.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', height: '100%' },
  tabs: { marginBottom: '8px', marginLeft: '-10px' },
  panel: { flexGrow: 1, minHeight: 0 },
})

interface PublishTabsProps {
  readonly tab: TabName
  readonly lists: PublishLists
  readonly onTab: (tab: TabName) => void
  readonly onAnswer: (upkeep: Upkeep) => void
}

/** The two lists of this step, one at a time. */
export function PublishTabs({ tab, lists, onTab, onAnswer }: PublishTabsProps) {
  const styles = useStyles()
  return (
    <div className={styles.main}>
      <TabList
        className={styles.tabs}
        aria-label={text.publish.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => onTab(value === 'published' ? 'published' : 'planned')}
      >
        <Tab value="planned" id="tab-planned">
          {text.publish.planned(lists.planned.datasets.length)}
        </Tab>
        <Tab value="published" id="tab-published">
          {text.publish.published(lists.published.datasets.length)}
        </Tab>
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Panel tab={tab} lists={lists} onAnswer={onAnswer} />
      </div>
    </div>
  )
}

function Panel({ tab, lists, onAnswer }: Omit<PublishTabsProps, 'onTab'>) {
  const { planned, published, places } = lists
  const columns = useMemo(() => plannedColumns(places), [places])
  if (lists[tab].datasets.length === 0) {
    const isAll = planned.datasets.length + published.datasets.length === 0
    return <NothingToPublish tab={tab} isAll={isAll} />
  }
  return tab === 'planned' ? (
    <WalkTable
      key={tab}
      label={text.publish.plannedTable}
      walk={planned}
      columns={columns}
      openLabel={text.publish.open}
    >
      <PlannedCard datasets={planned.worked} among={planned.datasets} places={places} />
    </WalkTable>
  ) : (
    <WalkTable
      key={tab}
      label={text.publish.publishedTable}
      walk={published}
      columns={publishedColumns}
      openLabel={text.publish.open}
    >
      <PublishedCard datasets={published.worked} among={published.datasets} onAnswer={onAnswer} />
    </WalkTable>
  )
}
