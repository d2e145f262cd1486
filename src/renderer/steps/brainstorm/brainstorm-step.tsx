import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function BrainstormStep() {
  return <StepFrame title={text.brainstorm.title}>{null}</StepFrame>
}
