import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function DeliverStep() {
  return <StepFrame title={text.deliver.title}>{null}</StepFrame>
}
