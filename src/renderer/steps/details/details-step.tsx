import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function DetailsStep() {
  return <StepFrame title={text.details.title}>{null}</StepFrame>
}
