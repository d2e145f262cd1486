import { Button } from '@fluentui/react-components'
import { useMemo } from 'react'
import { rankCandidates } from '../../../domain/priority.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { useSteadyRows } from '../../ui/steady-rows.ts'
import { StepFrame } from '../../ui/step-frame.tsx'
import { isSameCandidate } from './candidates.ts'
import { useDraftWeights } from './draft-weights.ts'
import { NoCandidates } from './no-candidates.tsx'
import { Ranking } from './ranking.tsx'

/** Step 4: the candidates in order, and the ratings and weights the order follows from. */
export function PrioritizeStep() {
  const { plan } = usePlan()
  const draft = useDraftWeights()
  const { datasets } = plan
  const ranked = useMemo(() => rankCandidates(datasets, draft.criteria), [datasets, draft.criteria])
  const candidates = useSteadyRows(ranked, isSameCandidate)
  if (candidates.length > 0) return <Ranking candidates={candidates} draft={draft} />
  return (
    <StepFrame
      title={text.prioritize.title}
      actions={
        <Button appearance="primary" onClick={() => goTo({ screen: 'identify' })}>
          {text.prioritize.goToIdentify}
        </Button>
      }
    >
      <NoCandidates datasets={datasets} />
    </StepFrame>
  )
}
