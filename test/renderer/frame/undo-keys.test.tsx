import { act, fireEvent } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ok } from '../../../src/domain/result.ts'
import { useUndoKeys } from '../../../src/renderer/frame/undo-keys.ts'
import { aChange, aPlan, aView } from '../support/fake-plan.ts'
import { onScreen } from '../support/on-screen.tsx'

function Keys({ isPlanShown }: { readonly isPlanShown: boolean }) {
  useUndoKeys(isPlanShown)
  return null
}

test.each([true, false])(
  'a plan is undone and redone by keys while it is in sight: %s',
  async (isPlanShown) => {
    const view = { ...aView(aPlan(1)), history: { undo: 'Set availability', redo: 'Set access' } }
    const { bridge, asked } = await onScreen(<Keys isPlanShown={isPlanShown} />, view)
    for (const key of ['y', 'z']) {
      bridge.answerNext(ok(aChange(2, { history: view.history })))
      await act(async () => void fireEvent.keyDown(document.body, { key, ctrlKey: true }))
    }
    expect(asked().map(([call]) => call)).toEqual(isPlanShown ? ['plan.redo', 'plan.undo'] : [])
  },
)
