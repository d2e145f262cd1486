import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { text } from '../text.ts'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '24px' },
  terms: { margin: 0, display: 'grid', gap: '10px' },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The program in a few sentences, its words and its keys. */
export function HelpPanel({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const styles = useStyles()
  return (
    <OverlayDrawer open={isOpen} position="end" size="medium" onOpenChange={onClose}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={text.app.close}
              icon={<DismissRegular />}
              onClick={onClose}
            />
          }
        >
          {text.help.title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body} tabIndex={0}>
        <Text>{text.help.intro}</Text>
        <Subtitle2 as="h3">{text.help.words}</Subtitle2>
        <Terms terms={text.help.glossary} />
        <Subtitle2 as="h3">{text.help.keys}</Subtitle2>
        <Terms terms={text.help.shortcuts} />
      </DrawerBody>
    </OverlayDrawer>
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
