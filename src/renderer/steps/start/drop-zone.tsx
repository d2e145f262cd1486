import { Button, Link, makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components'
import { DocumentTableArrowRightRegular } from '@fluentui/react-icons/svg/document-table-arrow-right'
import type { DragEvent } from 'react'
import { useState } from 'react'
import { text } from '../../text.ts'
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
  const { isOver, ...dragging } = useDropping(opening.openDropped)
  return (
    <section
      className={mergeClasses(styles.zone, isOver && styles.over)}
      aria-label={text.start.drop}
      {...dragging}
    >
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

function useDropping(onFile: (file: File) => void) {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      // Moving onto something inside the zone leaves the zone's own surface, not the zone.
      const to = event.relatedTarget
      if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer.files[0]
      if (file !== undefined) onFile(file)
    },
  }
}
