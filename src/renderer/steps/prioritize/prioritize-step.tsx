import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function PrioritizeStep() {
  return <StepFrame title={text.prioritize.title}>{null}</StepFrame>
}
