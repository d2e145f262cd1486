import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { PlanState } from '../plan/plan-state.ts'
import { usePlanState } from '../plan/program.tsx'
import { useHasUnsaved } from '../plan/unsaved-drafts.ts'
import { timeInWords } from '../text/moments.ts'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground2 },
  dot: {
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    // A border shows in forced colours too, where backgrounds do not.
    border: '4px solid',
  },
  saved: { color: tokens.colorPaletteGreenBorderActive },
  saving: { color: tokens.colorNeutralForeground4 },
  unsaved: { color: tokens.colorNeutralForeground4 },
  failed: { color: tokens.colorPaletteRedBorderActive },
  lost: { color: tokens.colorPaletteRedBorderActive },
  reading: { color: tokens.colorNeutralForeground4 },
})

/** Whether what is on screen is on the disk, and since when. */
export function SavingLine() {
  const styles = useStyles()
  const state = usePlanState()
  const kind = kindOf(state, useHasUnsaved())
  const words = {
    saved: text.app.saved(timeInWords(state.view?.savedAt ?? '')),
    saving: text.app.saving,
    unsaved: text.app.notSavedYet,
    failed: text.app.notSaved,
    lost: text.app.fileLost,
    reading: text.app.openToRead,
  }
  return (
    <Text size={200} className={styles.line} wrap={false}>
      <span className={mergeClasses(styles.dot, styles[kind])} aria-hidden="true" />
      {words[kind]}
    </Text>
  )
}

function kindOf(
  { view, saving, failure, retrying, isFileLost }: PlanState,
  isUnsaved: boolean,
): 'saved' | 'saving' | 'unsaved' | 'failed' | 'lost' | 'reading' {
  if (isFileLost) return 'lost'
  if (view?.readOnly) return 'reading'
  if (retrying !== null) return 'failed'
  if (saving > 0) return 'saving'
  if (failure !== null) return 'failed'
  return isUnsaved ? 'unsaved' : 'saved'
}
