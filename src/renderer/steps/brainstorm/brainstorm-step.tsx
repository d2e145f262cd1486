import { Button, makeStyles, ToggleButton } from '@fluentui/react-components'
import { BookQuestionMarkRegular } from '@fluentui/react-icons/svg/book-question-mark'
import { useState } from 'react'
import { brainstormQuestions } from '../../../domain/vocabulary.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { addFieldId } from './add-idea.tsx'
import { nextEmptyQuestion } from './board.ts'
import { QuestionColumn } from './question-column.tsx'
import { RaisedByField, useRaisedBy } from './raised-by.tsx'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  board: {
    display: 'grid',
    // Five beside each other from 1366 pixels on.
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gridTemplateRows: 'auto auto 1fr',
    gap: '12px',
    minHeight: '100%',
    [medium]: { gridTemplateRows: 'none' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

/** Room for five columns and the guidance. */
const wide = '(min-width: 1560px)'

/** Step 2: the guidance's questions as a board. */
export function BrainstormStep() {
  const styles = useStyles()
  const { plan, progress } = usePlan()
  const raisedBy = useRaisedBy(plan.ideas)
  const [hasGuidance, setGuidance] = useState(() => window.matchMedia(wide).matches)
  const { done, total } = progress.brainstorm
  return (
    <StepFrame
      title={text.brainstorm.title}
      subtitle={text.brainstorm.subtitle(done, total)}
      tools={
        <div className={styles.tools}>
          <RaisedByField {...raisedBy} />
          <ToggleButton
            icon={<BookQuestionMarkRegular />}
            checked={hasGuidance}
            onClick={() => setGuidance(!hasGuidance)}
          >
            {text.brainstorm.showGuidance}
          </ToggleButton>
        </div>
      }
      {...(hasGuidance && {
        guidance: <GuidancePanel parts={text.brainstorm.guidance} source={text.brainstorm.guidanceSource} />,
      })}
      note={text.brainstorm.keys}
      actions={<BrainstormActions />}
    >
      <div className={styles.board}>
        {brainstormQuestions.map((question) => (
          <QuestionColumn key={question} question={question} raisedBy={raisedBy.name.trim()} />
        ))}
      </div>
    </StepFrame>
  )
}

/** A question may rightly stay empty, so going on is always offered. */
function BrainstormActions() {
  const { plan } = usePlan()
  const next = nextEmptyQuestion(brainstormQuestions, plan.ideas)
  const goOn = () => goTo({ screen: 'identify' })
  if (next === null) {
    return (
      <Button appearance="primary" onClick={goOn}>
        {text.brainstorm.goOn}
      </Button>
    )
  }
  return (
    <>
      <Button onClick={goOn}>{text.brainstorm.goOn}</Button>
      <Button appearance="primary" onClick={() => document.getElementById(addFieldId(next))?.focus()}>
        {text.brainstorm.next}
      </Button>
    </>
  )
}
