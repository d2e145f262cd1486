import type { z } from 'zod'
import { type CallName, calls, isCallName } from '../contract/calls.ts'
import type { AppError } from '../contract/errors.ts'
import type { CallRequest } from '../contract/host.ts'
import { err, type Result } from '../domain/result.ts'
import type { Handler, Handlers } from './calls/handlers.ts'
import type { EngineContext } from './context.ts'
import { diskProblem } from './files/disk-problem.ts'
import { isDamage } from './store/soundness.ts'

export interface Dispatch {
  /** Answers every request with a result; it never throws. */
  readonly call: (request: CallRequest) => Promise<Result<unknown, AppError>>
  /** Ends a call early where it can be; unknown ids are calls that have ended already. */
  readonly cancel: (callId: string) => void
}

/** The one door: checks the name, checks the input, and turns whatever goes wrong into data. */
export function createDispatch(
  handlers: Handlers,
  context: EngineContext,
  report: (incident: string, cause: unknown) => void,
): Dispatch {
  const running = new Map<string, AbortController>()
  return {
    cancel: (callId) => running.get(callId)?.abort(),
    call: async ({ callId, call, input, planId, mostDatasets }) => {
      if (!isCallName(call)) return err({ code: 'unknown-call', call: String(call) })
      const open = context.openPlan.get()
      if (planId !== undefined && open !== null && open.planId !== planId) {
        return err({ code: 'other-plan-open' })
      }
      const parsed = calls[call].input.safeParse(input)
      if (!parsed.success) return err(inputProblem(parsed.error.issues))
      const controller = new AbortController()
      running.set(callId, controller)
      try {
        const handler = handlers[call] as Handler<CallName>
        const asking = {
          ...context,
          asked: { call, input: parsed.data },
          ...(mostDatasets !== undefined && { mostDatasets }),
        }
        return await handler(parsed.data as never, asking, { callId, signal: controller.signal })
      } catch (cause) {
        const known = diskProblem(cause)
        if (known !== null) return err(known)
        if (isDamage(cause)) return err({ code: 'plan-damaged' })
        const incident = context.newId().slice(0, 8)
        report(incident, cause)
        return err({ code: 'internal', incident })
      } finally {
        if (running.get(callId) === controller) running.delete(callId)
      }
    },
  }
}

/** A text that is too long is a person's doing and gets words of its own; anything else is the caller's mistake. */
function inputProblem(issues: readonly z.core.$ZodIssue[]): AppError {
  for (const issue of issues) {
    if (issue.code === 'too_big' && issue.origin === 'string') {
      return { code: 'text-too-long', limit: Number(issue.maximum) }
    }
  }
  const problems = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  )
  return { code: 'invalid-input', problems }
}
