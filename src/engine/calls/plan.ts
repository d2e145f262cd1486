import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act, openedPlan, step, viewOf } from '../open-plan.ts'
import { planPath } from '../plans-folder.ts'
import { setDetails } from '../store/edit-rows.ts'
import { openPlanFile } from '../store/open-plan-file.ts'
import type { HandlersOf } from './handlers.ts'

export const planCalls: HandlersOf<'plan'> = {
  'plan.open': ({ planId }, context) => {
    const path = planPath(context.dataDir, planId)
    if (path === null) return err({ code: 'plan-not-found' })
    const open = context.openPlan.get()
    return open?.file.path === path ? ok(viewOf(open)) : openPlanAt(path, context)
  },

  'plan.read': (_input, context) => {
    const plan = context.openPlan.get()
    return plan === null ? err({ code: 'no-plan-open' }) : ok(viewOf(plan))
  },

  'plan.close': (_input, context) => {
    context.openPlan.set(null)
    return ok(null)
  },

  'plan.set-details': ({ changes }, context) =>
    act(context, 'Changed the plan details', (db) => setDetails(db, changes)),

  'plan.undo': (_input, context) => step(context, 'undo'),
  'plan.redo': (_input, context) => step(context, 'redo'),
}

/** Opens a plan file, whatever folder it is in, in place of the one that was open. */
export function openPlanAt(path: string, context: EngineContext): Result<PlanView, AppError> {
  context.openPlan.set(null)
  const opened = openPlanFile(path)
  if (!opened.ok) return opened
  const plan = openedPlan(opened.value, context)
  context.openPlan.set(plan)
  return ok(viewOf(plan))
}
