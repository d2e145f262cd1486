import { Button } from '@fluentui/react-components'
import { text } from '../text.ts'

/** A value the program found, offered and never filled in by itself. */
export function Suggestion({ value, onTake }: { readonly value: string; readonly onTake: () => void }) {
  return (
    <Button appearance="transparent" size="small" onClick={onTake}>
      {text.field.take(value)}
    </Button>
  )
}
