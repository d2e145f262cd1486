/** Work that is done one piece after the other. */
export interface Turns {
  /** Does the work when all before it is done, whether that went well or not. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Begins with all that waits, in its order, whatever is still going on. */
  readonly hurry: () => void
}

export function createTurns(): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  const startNext = () => {
    if (running === 0) waiting.shift()?.()
  }
  const done = () => {
    running -= 1
    startNext()
  }

  const take = <Value>(work: () => Promise<Value>) =>
    new Promise<Value>((resolve, reject) => {
      waiting.push(() => {
        running += 1
        // What goes wrong is for whoever asked for this piece; the next one has no part in it.
        work().then(resolve, reject).then(done)
      })
      startNext()
    })
  return {
    take,
    hurry: () => {
      for (const start of waiting.splice(0)) start()
    },
  }
}
