import type { StartView } from '../../contract/views.ts'
import { ok } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { recentPlans } from '../plans/plans-folder.ts'
import type { HandlersOf } from './handlers.ts'

export const startCalls: HandlersOf<'start'> = {
  'start.read': (_input, context) => ok(startView(context)),
  'start.set-name': ({ name }, context) => {
    context.settings.write({ ...context.settings.read(), yourName: name.trim() })
    context.openPlan.get()?.file.lock?.setWho(name.trim())
    return ok(startView(context))
  },
}

function startView(context: EngineContext): StartView {
  return {
    yourName: context.settings.read().yourName,
    recentPlans: recentPlans(context),
    version: context.version,
  }
}
