import type { AppError } from '../../contract/errors.ts'
import type { Result } from '../../domain/result.ts'

/** In milliseconds. */
const pause = 3_000

/** Keeps what the disk refused, and tries it again until it is taken or given up. */
export interface Retrying {
  /** Drawn when a person asks for something, which may be before its turn comes. */
  readonly draw: () => Ticket
  /** Answers the first answer that is not the disk's refusal, or the refusal once it was given up. */
  readonly untilTaken: <Value>(
    ticket: Ticket,
    attempt: () => Promise<Result<Value, AppError>>,
    onRefused: (error: AppError) => void,
  ) => Promise<Result<Value, AppError>>
  readonly tryNow: () => void
  /** Gives up all that was asked for until now; what comes later is kept again. */
  readonly giveUp: () => void
}

export interface Ticket {
  readonly number: number
}

/** What may be otherwise in a moment: space is freed, a drive comes back, the plan is written anew. */
function mayPass({ code }: AppError): boolean {
  return code === 'disk-full' || code === 'cannot-write' || code === 'plan-file-lost'
}

export function createRetrying(): Retrying {
  let asked = 0
  let givenUp = 0
  let wake: () => void = () => undefined

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  return {
    draw: () => {
      asked += 1
      return { number: asked }
    },
    untilTaken: async ({ number }, attempt, onRefused) => {
      for (;;) {
        const answer = await attempt()
        if (answer.ok || !mayPass(answer.error) || number <= givenUp) return answer
        onRefused(answer.error)
        await rest()
        if (number <= givenUp) return answer
      }
    },
    tryNow: () => wake(),
    giveUp: () => {
      givenUp = asked
      wake()
    },
  }
}
