import { Button } from '@fluentui/react-components'

interface WalkButtonsProps {
  readonly isDone: boolean
  readonly words: { readonly previous: string; readonly next: string; readonly goOn: string }
  readonly onPrevious: () => void
  readonly onNext: () => void
  /** To the step that comes after this one. */
  readonly onGoOn: () => void
}

/** The way through a step's datasets, and on to the next step when nothing is left. */
export function WalkButtons({ isDone, words, onPrevious, onNext, onGoOn }: WalkButtonsProps) {
  return (
    <>
      <Button onClick={onPrevious}>{words.previous}</Button>
      <Button appearance="primary" onClick={isDone ? onGoOn : onNext}>
        {isDone ? words.goOn : words.next}
      </Button>
    </>
  )
}
