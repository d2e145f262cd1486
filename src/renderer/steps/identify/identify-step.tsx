import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function IdentifyStep() {
  return <StepFrame title={text.identify.title}>{null}</StepFrame>
}
