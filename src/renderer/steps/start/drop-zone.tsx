import { Button, Link, makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components'
import { DocumentTableArrowRightRegular } from '@fluentui/react-icons/svg/document-table-arrow-right'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../text/text.ts'
import type { Opening } from './opening.ts'

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '12px',
    minHeight: '250px',
    padding: '20px',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `2px solid ${tokens.colorBrandStroke1}` },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
})

/** Where a file goes in: dropped, or chosen with a button. */
export function DropZone({ opening }: { readonly opening: Opening }) {
  const styles = useStyles()
  const isOver = useDropping(opening.openDropped)
  return (
    <section className={mergeClasses(styles.zone, isOver && styles.over)} aria-label={text.start.drop}>
      <DocumentTableArrowRightRegular className={styles.icon} aria-hidden="true" />
      <Subtitle1 as="h2" className={styles.heading}>
        {isOver ? text.start.dropNow : text.start.drop}
      </Subtitle1>
      <Text className={styles.quiet}>{text.start.kinds}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" size="large" onClick={opening.chooseInventory}>
          {text.start.openInventory}
        </Button>
        <Button size="large" onClick={opening.choosePlanFile}>
          {text.start.openPlanFile}
        </Button>
      </div>
      <Link as="button" onClick={opening.openSample}>
        {text.start.sample}
      </Link>
    </section>
  )
}

/** The whole window takes the file, so that a drop beside the zone is not lost. */
function useDropping(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
  })
  useEffect(() => {
    const controller = new AbortController()
    const on = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(name, act, { signal: controller.signal })
    on('dragover', (event) => {
      event.preventDefault()
      setOver(event.dataTransfer?.types.includes('Files') === true)
    })
    // Moving from one thing to another inside the window leaves neither.
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) latest.current(file)
    })
    return () => controller.abort()
  }, [])
  return isOver
}
