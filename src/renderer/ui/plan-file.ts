import { useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { SavedFile } from '../../contract/host.ts'
import { useHost } from '../plan/program.tsx'

export interface PlanFileSaving {
  readonly isSaving: boolean
  /** How it went last; null before that, and when the person thought better of it. */
  readonly outcome:
    | { readonly ok: true; readonly where: SavedFile; readonly name: string }
    | { readonly ok: false; readonly error: AppError }
    | null
  readonly save: () => void
}

/** Makes the whole plan one file and has the host save it. */
export function usePlanFile(planId: string): PlanFileSaving {
  const { client, bridge } = useHost()
  const [isSaving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<PlanFileSaving['outcome']>(null)
  const make = async (): Promise<PlanFileSaving['outcome']> => {
    const made = await client.call('deliver.make-plan-file', {}, { planId })
    if (!made.ok) return made
    const saved = await bridge.saveFile(made.value, 'ask')
    if (!saved.ok) return saved
    return saved.value === null ? null : { ok: true, where: saved.value, name: made.value.name }
  }
  const save = async () => {
    if (isSaving) return
    setSaving(true)
    setOutcome(await make())
    setSaving(false)
  }
  return { isSaving, outcome, save: () => void save() }
}
