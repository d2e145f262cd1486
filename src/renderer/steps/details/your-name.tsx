import { useState } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import { useHost } from '../../plan/program.tsx'
import { useRead } from '../../plan/read.ts'
import { text } from '../../text/text.ts'
import { ErrorMessage } from '../../ui/message.tsx'
import { SavedField } from '../../ui/saved-field.tsx'

export interface YourName {
  /** '' until it was given or read. */
  readonly name: string
  readonly problem: AppError | null
  readonly save: (name: string) => Promise<boolean>
}

/** The name that goes with every change; it belongs to this computer and not to the plan. */
export function useYourName(): YourName {
  const { client } = useHost()
  const { value: start } = useRead('start.read', {})
  const [given, setGiven] = useState<string | null>(null)
  const [problem, setProblem] = useState<AppError | null>(null)
  const save = async (name: string) => {
    const answer = await client.call('start.set-name', { name: name.trim() })
    if (answer.ok) setGiven(answer.value.yourName)
    setProblem(answer.ok ? null : answer.error)
    return answer.ok
  }
  return { name: given ?? start?.yourName ?? '', problem, save }
}

export function YourNameField({ yourName: { name, problem, save } }: { readonly yourName: YourName }) {
  return (
    <>
      <SavedField
        label={text.details.yourName}
        hint={text.details.yourNameHint}
        value={name}
        isSetting
        onSave={save}
      />
      {problem !== null && <ErrorMessage error={problem} />}
    </>
  )
}
