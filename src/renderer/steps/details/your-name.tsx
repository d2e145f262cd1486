import { useEffect, useState } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import { useHost } from '../../plan/program.tsx'
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
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<AppError | null>(null)
  useEffect(() => {
    void client.call('start.read', {}).then((answer) => {
      if (answer.ok) setName(answer.value.yourName)
    })
  }, [client])

  const save = async (given: string) => {
    const answer = await client.call('start.set-name', { name: given.trim() })
    if (answer.ok) setName(answer.value.yourName)
    setProblem(answer.ok ? null : answer.error)
    return answer.ok
  }
  return { name, problem, save }
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
