import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import type { ReactNode } from 'react'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '12px', paddingBottom: '24px' },
})

interface SidePanelProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Stays in sight below the title while the rest is scrolled. */
  readonly head?: ReactNode
  readonly children: ReactNode
}

/** A panel over whatever is on screen, at its end; its body is scrolled by keyboard too. */
export function SidePanel({ title, isOpen, onClose, head, children }: SidePanelProps) {
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
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      {head}
      <DrawerBody className={styles.body} tabIndex={0}>
        {children}
      </DrawerBody>
    </OverlayDrawer>
  )
}
