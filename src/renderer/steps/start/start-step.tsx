import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function StartStep() {
  return <StepFrame title={text.start.title}>{null}</StepFrame>
}
