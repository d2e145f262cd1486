import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function ReviewStep() {
  return <StepFrame title={text.review.title}>{null}</StepFrame>
}
