import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { text } from '../text/text.ts'
import { medium, narrow } from './breakpoints.ts'

const useStyles = makeStyles({
  panel: {
    flex: '0 0 250px',
    alignSelf: 'stretch',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    [medium]: { flex: '0 0 auto', overflowY: 'visible' },
    [narrow]: { order: 3, margin: '16px' },
  },
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  heading: { margin: 0 },
  paragraph: { margin: 0, color: tokens.colorNeutralForeground2 },
  source: {
    margin: 0,
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
})

export interface GuidancePart {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

interface GuidancePanelProps {
  readonly parts: readonly GuidancePart[]
  readonly source: string
  readonly className?: string
}

/** What may scroll must be in reach of the keyboard. */
const reachable = { tabIndex: 0 }

/** The guidance in our words, beside the work it is about. */
export function GuidancePanel(props: GuidancePanelProps) {
  const styles = useStyles()
  return (
    <aside
      className={mergeClasses(styles.panel, props.className)}
      aria-label={text.guidance.label}
      {...reachable}
    >
      {props.parts.map(({ heading, paragraphs }) => (
        <div key={heading} className={styles.part}>
          <Subtitle2 as="h2" className={styles.heading}>
            {heading}
          </Subtitle2>
          {paragraphs.map((paragraph) => (
            <Text as="p" key={paragraph} className={styles.paragraph}>
              {paragraph}
            </Text>
          ))}
        </div>
      ))}
      <Text as="p" size={200} className={styles.source}>
        {props.source}
      </Text>
    </aside>
  )
}
