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
import { useEffect, useId } from 'react'
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
  const id = useId()
  useFocusKept(isOpen, id)
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
      <DrawerBody id={id} className={styles.body} tabIndex={0}>
        {children}
      </DrawerBody>
    </OverlayDrawer>
  )
}

/** What may stand in front of a panel and have the focus. */
const inFront = '[role=dialog], [role=alertdialog], [role=listbox], [role=menu], [data-tabster-dummy]'

/**
 * What changes behind an open panel may take the focus for itself; then neither Escape nor a screen reader would find
 * the panel any more. It is given back to where it was in the panel.
 */
function useFocusKept(isOpen: boolean, bodyId: string): void {
  useEffect(() => {
    if (!isOpen) return undefined
    let last: HTMLElement | null = null
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const body = document.getElementById(bodyId)
      if (body?.closest('[role=dialog]')?.contains(target) === true) last = target
      else if (target.closest(inFront) === null) (last?.isConnected ? last : body)?.focus()
    }
    document.addEventListener('focusin', onFocusIn)
    return () => document.removeEventListener('focusin', onFocusIn)
  }, [isOpen, bodyId])
}
