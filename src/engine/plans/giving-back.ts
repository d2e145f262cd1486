import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { DeliveryQuestions } from '../../contract/views.ts'
import { err, type Result } from '../../domain/result.ts'
import type { FileShelf } from '../files/file-shelf.ts'
import { isInPlace, type PlanFile } from '../store/open-plan-file.ts'
import { keepThreads } from '../threads/keep-threads.ts'
import { type Asking, type ThreadProblem, threadFile } from '../threads/thread.ts'
import type { GiveBackAnswer, GiveBackTask, GivenBack } from './give-back-task.ts'

/** Writes into workbooks in a thread of its own, so that answers are saved meanwhile. */
export interface GivingBack {
  readonly readQuestions: (plan: PlanFile) => Promise<Result<DeliveryQuestions, AppError>>
  readonly makeWorkbook: (
    plan: PlanFile,
    input: ParsedInputOf<'deliver.make-workbook'>,
    asking: Asking<never>,
  ) => Promise<Result<GivenBack, AppError>>
  /** Ends what is under way, whatever waits for its turn and what is loaded, for good. */
  readonly end: () => Promise<void>
}

/** Several times what reading may take: there is the plan besides, and what comes of it is read and compared too. */
const limits = { timeLimitMs: 5 * 60_000, heapMegabytes: 3_072 }

/** As long as somebody looks at what there is to give back, more is asked about the same workbook. */
const keptMs = 5 * 60_000

export function givingBack(shelf: FileShelf): GivingBack {
  const threads = keepThreads<null, GiveBackTask, GiveBackAnswer>({
    ...limits,
    file: threadFile('./give-back-worker', import.meta.url),
    keptMs,
    isSame: () => true,
  })
  let before: Promise<unknown> = Promise.resolve()
  let isOver = false
  let waiting: { readonly plan: PlanFile; readonly answer: Promise<GiveBackAnswer | Failure> } | null = null

  /** One after the other: what the thread has loaded serves them all. */
  const inTurn = (plan: PlanFile, taskOn: (path: string) => GiveBackTask, asking: Asking<never> = {}) => {
    const answer = before.then(async () => {
      waiting = null
      // Nobody waits any more for what a plan that was closed meanwhile would say.
      if (isOver || !plan.db.open) return failure({ code: 'cancelled' })
      const answered = await onPlanFile(plan, shelf, (path) => threads.ask(null, taskOn(path), asking))
      return answered.ok ? answered.value : failure(answered.error)
    })
    before = answer.catch(() => undefined)
    return answer
  }
  return {
    readQuestions: async (plan) => {
      // Each answer that is saved asks anew, and one look at the plan as it is then answers all that wait.
      if (waiting?.plan !== plan) {
        const answer = inTurn(plan, (path) => ({ kind: 'questions', path }))
        waiting = { plan, answer }
      }
      const answer = await waiting.answer
      return answer.kind === 'questions' ? answer.result : err(unexpected(answer))
    },
    makeWorkbook: async (plan, input, asking) => {
      const made = inTurn(plan, (path) => ({ kind: 'make', path, input }), asking)
      const answer = await Promise.race([made, cancelled(asking)])
      return answer.kind === 'make' ? answer.result : err(unexpected(answer))
    },
    end: async () => {
      isOver = true
      await threads.end()
    },
  }
}

interface Failure {
  readonly kind: 'failed'
  readonly error: AppError
}

function unexpected(answer: GiveBackAnswer | Failure): AppError {
  if (answer.kind === 'failed') return answer.error
  throw new Error(`The thread answered another question: ${answer.kind}.`)
}

/** Once somebody thinks better of it, also before it has its turn. */
function cancelled({ signal }: Asking<never>): Promise<Failure> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(failure({ code: 'cancelled' })), { once: true })
  })
}

/** A plan whose file has gone from its place is read from a copy that has all that was saved. */
async function onPlanFile<Answer>(
  plan: PlanFile,
  shelf: FileShelf,
  work: (path: string) => Promise<Answer>,
): Promise<Answer> {
  if (isInPlace(plan)) return work(plan.path)
  const copy = shelf.receiveMade('plan.odap', (path) => plan.db.prepare('VACUUM INTO ?').run(path))
  try {
    return await work(copy.path)
  } finally {
    shelf.remove(copy.fileId)
  }
}

function failure(problem: ThreadProblem): Failure {
  switch (problem.code) {
    case 'cancelled':
      return { kind: 'failed', error: { code: 'cancelled' } }
    case 'took-too-long':
      return { kind: 'failed', error: { code: 'writing-takes-too-much', what: 'time' } }
    case 'out-of-memory':
      return { kind: 'failed', error: { code: 'writing-takes-too-much', what: 'memory' } }
    case 'failed':
      throw problem.cause
  }
}
