import { FluentProvider, makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Host } from './bridge/host.ts'
import { Frame } from './frame/frame.tsx'
import type { Place } from './navigation.ts'
import { goTo, isPlanShown, usePlace } from './navigation.ts'
import { ProgramProvider, useHost, usePlanView, useSession } from './plan/program.tsx'
import { BrainstormStep } from './steps/brainstorm/brainstorm-step.tsx'
import { DeliverStep } from './steps/deliver/deliver-step.tsx'
import { DetailsStep } from './steps/details/details-step.tsx'
import { IdentifyStep } from './steps/identify/identify-step.tsx'
import { OpenStep } from './steps/open/open-step.tsx'
import { PrioritizeStep } from './steps/prioritize/prioritize-step.tsx'
import { PublishStep } from './steps/publish/publish-step.tsx'
import { ReviewStep } from './steps/review/review-step.tsx'
import { StartStep } from './steps/start/start-step.tsx'
import { text } from './text/text.ts'
import { useThemeChoice } from './theme.tsx'
import { ReadingDatasetsLine } from './ui/reading-datasets.tsx'

const useStyles = makeStyles({
  loading: { height: '100%' },
})

export function App({ host }: { readonly host: Host }) {
  const { theme, isDark, toggle } = useThemeChoice()
  return (
    <FluentProvider theme={theme}>
      <ProgramProvider host={host}>
        <Program isDark={isDark} onToggleTheme={toggle} />
      </ProgramProvider>
    </FluentProvider>
  )
}

function Program(props: { readonly isDark: boolean; readonly onToggleTheme: () => void }) {
  const styles = useStyles()
  const isResumed = useResumed()
  const view = usePlanView()
  const place = usePlace()
  useGivenFileInSight(place)
  if (!isResumed) {
    return (
      <>
        <ReadingDatasetsLine />
        <Spinner className={styles.loading} label={text.app.loading} />
      </>
    )
  }

  const isPlanNeeded = isPlanShown(place)
  const shown: Place = isPlanNeeded && view === null ? { screen: 'start' } : place
  return (
    <Frame place={shown} {...props}>
      {/* Nothing typed for one plan may turn up in the fields of the next. */}
      <ScreenAt key={isPlanNeeded ? view?.plan.id : undefined} place={shown} />
    </Frame>
  )
}

/** A plan file that arrives while something else is on screen is opened where plan files are opened. */
function useGivenFileInSight({ screen }: Place): void {
  const { onEvent } = useHost()
  useEffect(
    () =>
      onEvent(({ kind }) => {
        if (kind === 'file-given' && screen !== 'start') goTo({ screen: 'start' })
      }),
    [onEvent, screen],
  )
}

/** Whether the page has asked the engine for a plan that is open already, as after a reload. */
function useResumed(): boolean {
  const session = useSession()
  const [isResumed, setResumed] = useState(false)
  useEffect(() => {
    void session.resume().finally(() => setResumed(true))
  }, [session])
  return isResumed
}

function ScreenAt({ place }: { readonly place: Place }) {
  switch (place.screen) {
    case 'start':
      return <StartStep />
    case 'open':
      return <OpenStep key={place.file.fileId} file={place.file} />
    case 'details':
      return <DetailsStep />
    case 'review':
      return <ReviewStep />
    case 'brainstorm':
      return <BrainstormStep />
    case 'identify':
      return <IdentifyStep />
    case 'prioritize':
      return <PrioritizeStep />
    case 'publish':
      return <PublishStep />
    case 'deliver':
      return <DeliverStep />
  }
}
