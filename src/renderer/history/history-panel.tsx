import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import { text } from '../text/text.ts'
import { hideHistory, useHistoryPlace } from '../ui/history-place.ts'
import { SidePanel } from '../ui/side-panel.tsx'
import { ActionList } from './action-list.tsx'
import { Backups } from './backups.tsx'

const useStyles = makeStyles({
  tabs: { padding: '0 12px' },
})

const tabs = ['actions', 'backups'] as const
type TabName = (typeof tabs)[number]

/** What was done to the plan and the states it can be brought back to, over whatever step is on screen. */
export function HistoryPanel() {
  const styles = useStyles()
  const place = useHistoryPlace()
  const [tab, setTab] = useState<TabName>('actions')
  const close = () => {
    hideHistory()
    setTab('actions')
  }
  return (
    <SidePanel
      title={text.history.title}
      isOpen={place !== null}
      onClose={close}
      head={
        <TabList
          className={styles.tabs}
          aria-label={text.history.tabsLabel}
          selectedValue={tab}
          onTabSelect={(_, { value }) => setTab(value as TabName)}
        >
          {tabs.map((name) => (
            <Tab key={name} value={name}>
              {text.history.tabs[name]}
            </Tab>
          ))}
        </TabList>
      }
    >
      {place !== null && tab === 'actions' && (
        <ActionList key={place.datasetId} datasetId={place.datasetId} />
      )}
      {place !== null && tab === 'backups' && <Backups />}
    </SidePanel>
  )
}
