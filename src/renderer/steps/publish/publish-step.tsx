import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function PublishStep() {
  return <StepFrame title={text.publish.title}>{null}</StepFrame>
}
