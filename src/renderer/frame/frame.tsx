import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useHistoryKeys } from '../history/history-keys.ts'
import { HistoryPanel } from '../history/history-panel.tsx'
import type { Place } from '../navigation.ts'
import { isPlanShown } from '../navigation.ts'
import { text } from '../text/text.ts'
import { narrow } from '../ui/breakpoints.ts'
import { ReadingDatasetsLine } from '../ui/reading-datasets.tsx'
import { HelpPanel } from './help-panel.tsx'
import { PlanMessages } from './plan-messages.tsx'
import { StepRail } from './step-rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useUndoKeys } from './undo-keys.ts'

const useStyles = makeStyles({
  frame: {
    height: '100%',
    display: 'grid',
    backgroundColor: tokens.colorNeutralBackground3,
    gridTemplate: '"top top" 48px "rail content" minmax(0, 1fr) / 232px minmax(0, 1fr)',
    [narrow]: {
      height: 'auto',
      minHeight: '100%',
      gridTemplate: '"top" auto "rail" auto "content" 1fr / minmax(0, 1fr)',
    },
  },
  content: {
    gridArea: 'content',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    outlineStyle: 'none',
  },
  skip: {
    position: 'absolute',
    left: '8px',
    top: '-60px',
    zIndex: 10,
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow16,
    ':focus': { top: '4px' },
  },
})

interface FrameProps {
  readonly place: Place
  readonly isDark: boolean
  readonly onToggleTheme: () => void
  readonly children: ReactNode
}

/** What surrounds every screen: the top bar, the steps, and the messages that concern the whole plan. */
export function Frame({ place, isDark, onToggleTheme, children }: FrameProps) {
  const styles = useStyles()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useUndoKeys(isPlanShown(place))
  useHistoryKeys(isPlanShown(place))
  useScreenAnnounced(place.screen)
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skipToContent}>
        {text.app.skipToContent}
      </button>
      <TopBar place={place} isDark={isDark} onToggleTheme={onToggleTheme} />
      <StepRail place={place} onHelp={() => setHelpOpen(true)} />
      <main id="content" className={styles.content} tabIndex={-1}>
        <PlanMessages isPlanShown={isPlanShown(place)} />
        <ReadingDatasetsLine />
        {children}
      </main>
      <HistoryPanel />
      <HelpPanel isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  )
}

/** A button, not a link: the address must stay free of fragments, in which the token arrives. */
function skipToContent(): void {
  document.getElementById('content')?.focus()
}

/** A new screen begins at its heading, for the eye, the keyboard and the screen reader. */
function useScreenAnnounced(screen: string): void {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('main h1')
    document.title = text.app.titleOf(heading?.textContent ?? screen)
    heading?.focus()
  }, [screen])
}
