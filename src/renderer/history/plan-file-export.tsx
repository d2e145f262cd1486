import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { text } from '../text/text.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'
import { usePlanFile } from '../ui/plan-file.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    paddingTop: '14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The way of the whole plan to another computer. */
export function PlanFileExport({ planId }: { readonly planId: string }) {
  const styles = useStyles()
  const { isSaving, outcome, save } = usePlanFile(planId)
  const words = text.history.export
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3" className={styles.heading}>
        {words.heading}
      </Subtitle2>
      <Text className={styles.quiet}>{words.words}</Text>
      <Button disabledFocusable={isSaving} onClick={save}>
        {words.save}
      </Button>
      {outcome?.ok === false && <ErrorMessage title={text.deliver.planNotMade} error={outcome.error} />}
      {outcome?.ok === true && (
        <Message intent="success">
          {'saved' in outcome.where ? words.saved(outcome.where.saved) : words.handedOver(outcome.name)}
        </Message>
      )}
    </section>
  )
}
