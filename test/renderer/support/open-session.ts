import { hostOf } from '../../../src/renderer/bridge/host.ts'
import { createPlanSession } from '../../../src/renderer/plan/plan-session.ts'
import { createFakeHost } from './fake-host.ts'
import { aPlan, aView } from './fake-plan.ts'

/** A session with a plan of two datasets on screen, and the host it talks to. */
export function openSession() {
  const bridge = createFakeHost()
  const session = createPlanSession(hostOf(bridge))
  session.listenToEngine()
  session.opened(aView(aPlan(2), 1))
  return { bridge, session }
}

export const callsOf = (bridge: ReturnType<typeof createFakeHost>) => bridge.calls.map(({ call }) => call)
