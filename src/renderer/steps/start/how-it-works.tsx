import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { steps } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { Panel } from '../../ui/panel.tsx'

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: '16px',
    margin: 0,
    padding: '16px',
    listStyleType: 'none',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  step: { display: 'flex', flexDirection: 'column', gap: '4px' },
  number: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

export function HowItWorks({ className }: { readonly className: string }) {
  const styles = useStyles()
  return (
    <Panel heading={text.start.howItWorks} aside={text.start.pace} className={className}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <Text weight="semibold">{text.rail.steps[step].name}</Text>
            <Text size={200} className={styles.quiet}>
              {text.start.steps[step]}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
