import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { PlanView } from '../../../src/contract/views.ts'
import { ok } from '../../../src/domain/result.ts'
import { hostOf } from '../../../src/renderer/bridge/host.ts'
import { ProgramProvider, usePlanView, useSession } from '../../../src/renderer/plan/program.tsx'
import { createFakeHost } from './fake-host.ts'
import { aPlan, aView } from './fake-plan.ts'

/** A plan that can only be read. */
export const toRead = (view: PlanView = aView()): PlanView => ({ ...view, readOnly: { holder: null } })

/** A piece of the page as a person has it in front of them, with a plan open and a host that keeps what it is asked. */
export async function onScreen(piece: ReactNode, view: PlanView = aView(aPlan(3))) {
  const bridge = createFakeHost()
  bridge.answerNext(ok(view))
  const host = hostOf(bridge)
  const within = (shown: ReactNode) => (
    <FluentProvider theme={webLightTheme}>
      <ProgramProvider host={host}>
        <WithPlan>{shown}</WithPlan>
      </ProgramProvider>
    </FluentProvider>
  )
  const { rerender, unmount } = render(within(piece))
  // The plan is read as when the page is loaded.
  await act(async () => undefined)
  return {
    person: userEvent.setup(),
    bridge,
    /** What was asked of the program since the piece is there. */
    asked: () =>
      bridge.calls.filter(({ call }) => call !== 'plan.read').map(({ call, input }) => [call, input]),
    /** The same place with something else to say. */
    show: (other: ReactNode) => rerender(within(other)),
    remove: unmount,
  }
}

function WithPlan({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const view = usePlanView()
  useEffect(() => {
    void session.resume()
  }, [session])
  return view === null ? null : children
}

/** An answer that a test gives when it is time. */
export function held<Value>() {
  let give: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((resolve) => {
    give = resolve
  })
  return { promise, give: (value: Value) => act(async () => give(value)) }
}

/** Whether the tab or the window would ask before it closes. */
export function asksBeforeClosing(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  act(() => void window.dispatchEvent(event))
  return event.defaultPrevented
}
