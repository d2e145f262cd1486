import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { WeatherMoonRegular } from '@fluentui/react-icons/svg/weather-moon'
import { WeatherSunnyRegular } from '@fluentui/react-icons/svg/weather-sunny'
import type { HistoryState, PlanView } from '../../contract/views.ts'
import { planName } from '../../domain/plan.ts'
import type { Place } from '../navigation.ts'
import { isPlanShown } from '../navigation.ts'
import { usePlan, usePlanView } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { narrow } from '../ui/breakpoints.ts'
import { ProgramMark } from './program-mark.tsx'
import { SavingLine } from './saving-line.tsx'

const useStyles = makeStyles({
  bar: {
    gridArea: 'top',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '48px',
    minWidth: 0,
    padding: '4px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { flexWrap: 'wrap' },
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  tools: { display: 'flex', gap: '4px', marginLeft: 'auto' },
})

interface TopBarProps {
  readonly place: Place
  readonly isDark: boolean
  readonly onToggleTheme: () => void
}

export function TopBar({ place, isDark, onToggleTheme }: TopBarProps) {
  const styles = useStyles()
  const view = usePlanView()
  const plan = isPlanShown(place) ? view : null
  return (
    <header className={styles.bar}>
      <ProgramMark />
      <Text weight="semibold" className={styles.name} title={nameShown(place, plan)}>
        {nameShown(place, plan)}
      </Text>
      {plan !== null && <SavingLine />}
      {place.screen === 'open' && <Text size={200}>{text.app.notImported}</Text>}
      <div className={styles.tools}>
        {plan !== null && <HistoryButtons history={plan.history} />}
        <Tooltip content={isDark ? text.app.toLight : text.app.toDark} relationship="label">
          <Button
            appearance="subtle"
            icon={isDark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
            onClick={onToggleTheme}
          />
        </Tooltip>
      </div>
    </header>
  )
}

function nameShown(place: Place, view: PlanView | null): string {
  if (place.screen === 'open') return place.file.name
  if (view === null) return text.app.name
  return planName(view.plan.details, view.plan.inventory.fileName)
}

function HistoryButtons({ history: { undo, redo } }: { readonly history: HistoryState }) {
  const { change } = usePlan()
  return (
    <>
      <Tooltip
        content={undo === null ? text.app.nothingToUndo : text.app.undoThis(undo)}
        relationship="description"
      >
        <Button
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabledFocusable={undo === null}
          onClick={() => void change('plan.undo', {})}
        >
          {text.app.undo}
        </Button>
      </Tooltip>
      <Tooltip
        content={redo === null ? text.app.nothingToRedo : text.app.redoThis(redo)}
        relationship="description"
      >
        <Button
          appearance="subtle"
          aria-label={text.app.redo}
          icon={<ArrowRedoRegular />}
          disabledFocusable={redo === null}
          onClick={() => void change('plan.redo', {})}
        />
      </Tooltip>
    </>
  )
}
