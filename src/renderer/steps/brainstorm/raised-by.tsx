import { Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Idea } from '../../../domain/plan.ts'
import { useRead } from '../../plan/read.ts'
import { text } from '../../text/text.ts'
import { lastNameGiven } from './board.ts'

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'auto 180px', columnGap: '8px' },
})

export interface RaisedBy {
  readonly name: string
  readonly setName: (name: string) => void
}

/** Who raises the next idea: the name typed last, on this board or before, else the one at the keyboard. */
export function useRaisedBy(ideas: readonly Idea[]): RaisedBy {
  const { value: start } = useRead('start.read', {})
  const [earlier] = useState(() => lastNameGiven(ideas))
  const [typed, setName] = useState<string | null>(null)
  const name = typed ?? (earlier || (start?.yourName ?? ''))
  return { name, setName }
}

export function RaisedByField({ name, setName }: RaisedBy) {
  const styles = useStyles()
  return (
    <Field
      className={styles.field}
      orientation="horizontal"
      label={{ children: text.brainstorm.raisedBy, title: text.brainstorm.raisedByHint }}
    >
      <Input value={name} maxLength={500} onChange={(_, data) => setName(data.value)} />
    </Field>
  )
}
