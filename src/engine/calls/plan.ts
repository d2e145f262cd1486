import { err, ok } from '../../domain/result.ts'
import { listBackups } from '../plans/backups.ts'
import {
  act,
  openPlanAt,
  openPlanToRead,
  someDatasets,
  thePlan,
  undoOrRedo,
  viewOf,
} from '../plans/open-plan.ts'
import { isPlanId, planPath } from '../plans/plans-folder.ts'
import { recoverPlan } from '../plans/recover-plan.ts'
import { openCopy, rescuePlan } from '../plans/rescue-plan.ts'
import { setPlanFields } from '../store/edit-rows.ts'
import type { HandlersOf } from './handlers.ts'

export const planCalls: HandlersOf<'plan'> = {
  'plan.open': ({ planId }, context) => {
    if (!isPlanId(planId)) return err({ code: 'plan-not-found' })
    const path = planPath(context.dataDir, planId)
    const open = context.openPlan.get()
    // One that is open to read is opened anew: whoever had it may have closed it since.
    const isOurs = open !== null && open.file.path === path && open.file.lock !== null
    return isOurs ? ok(viewOf(open, context)) : openPlanAt(path, context)
  },

  'plan.open-to-read': ({ planId }, context) =>
    isPlanId(planId)
      ? openPlanToRead(planPath(context.dataDir, planId), context)
      : err({ code: 'plan-not-found' }),

  'plan.open-copy': ({ planId }, context) =>
    isPlanId(planId) ? openCopy(context, planId) : err({ code: 'plan-not-found' }),

  'plan.read': (_input, context) => {
    const plan = context.openPlan.get()
    return plan === null ? err({ code: 'no-plan-open' }) : ok(viewOf(plan, context))
  },

  'plan.read-datasets': ({ ids }, context) => {
    const plan = context.openPlan.get()
    return plan === null ? err({ code: 'no-plan-open' }) : ok(someDatasets(plan, ids))
  },

  'plan.close': (_input, context) => {
    context.openPlan.set(null)
    return ok(null)
  },

  'plan.set-details': ({ changes }, context) =>
    act(context, thePlan, (db) => setPlanFields(db, 'details', changes)),

  'plan.undo': (_input, context) => undoOrRedo(context, 'undo'),
  'plan.redo': (_input, context) => undoOrRedo(context, 'redo'),

  'plan.backups': ({ planId }, context) =>
    isPlanId(planId)
      ? ok(listBackups(context.dataDir, planPath(context.dataDir, planId)))
      : err({ code: 'plan-not-found' }),

  'plan.recover': ({ planId, backupId }, context) =>
    isPlanId(planId) ? recoverPlan(context, planId, backupId) : err({ code: 'plan-not-found' }),

  'plan.rescue': (_input, context) => rescuePlan(context),
}
