import type { FileHandle } from '../../../contract/views.ts'
import { text } from '../../text.ts'
import { StepFrame } from '../../ui/step-frame.tsx'

export function OpenStep({ file }: { readonly file: FileHandle }) {
  return (
    <StepFrame title={text.open.title} subtitle={file.name}>
      {null}
    </StepFrame>
  )
}
