import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { text } from '../text/text.ts'
import { SidePanel } from '../ui/side-panel.tsx'

const useStyles = makeStyles({
  terms: { margin: 0, display: 'grid', gap: '10px' },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The program in a few sentences, its words and its keys. */
export function HelpPanel({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <SidePanel title={text.help.title} isOpen={isOpen} onClose={onClose}>
      <Text>{text.help.intro}</Text>
      <Subtitle2 as="h3">{text.help.words}</Subtitle2>
      <Terms terms={text.help.glossary} />
      <Subtitle2 as="h3">{text.help.keys}</Subtitle2>
      <Terms terms={text.help.shortcuts} />
    </SidePanel>
  )
}

function Terms({ terms }: { readonly terms: readonly (readonly [string, string])[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.terms}>
      {terms.map(([term, meaning]) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.meaning}>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
