/** What a thread is asked: with the first question comes what it is about. */
export interface ThreadQuestion<About, Question> {
  readonly about?: About
  readonly question: Question
}

/** What a thread says. Parts and progress come before the answer they belong to. */
export type ThreadMessage<Answer, Part> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'answer'; readonly answer: Answer }

/** Told how much of how much is done; `total` is 0 while unknown. */
export type OnProgress = (done: number, total: number) => void
