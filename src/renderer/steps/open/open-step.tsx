import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { FileHandle } from '../../../contract/views.ts'
import type { WorkbookInspection } from '../../../domain/inventory-table.ts'
import { wholeCount } from '../../../domain/table/whole-table.ts'
import { goOnTo } from '../../navigation.ts'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { CallProgressLine } from '../../ui/call-progress.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { useReadingDatasets } from '../../ui/reading-datasets.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { InspectedWorkbook } from './inspected-workbook.tsx'
import type { Inspecting } from './inspecting.ts'
import { useInspecting } from './inspecting.ts'

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    height: '100%',
    [medium]: { height: 'auto' },
    [narrow]: { height: 'auto' },
  },
  reading: {
    display: 'flex',
    justifyContent: 'center',
    padding: '40px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
})

/** Shows what the program found in the file. Nothing is imported until the person says so. */
export function OpenStep({ file }: { readonly file: FileHandle }) {
  const styles = useStyles()
  const inspecting = useInspecting(file)
  const { inspection, view, progress } = inspecting
  // Before there is anything else to see, how far the reading is stands in the middle.
  const isFirstReading = view === null && progress !== null
  const isUnderWay = !isFirstReading && (inspection !== null || progress !== null)
  return (
    <StepFrame
      title={titleOf(inspecting)}
      {...subtitleOf(inspecting)}
      {...(!isOfNoUse(inspecting) && {
        tools: <Button onClick={() => goOnTo({ screen: 'start' })}>{text.open.chooseAnother}</Button>,
      })}
      {...(inspection !== null && { note: text.open.safe })}
      {...(isUnderWay && { actions: <OpenActions inspecting={inspecting} file={file} /> })}
    >
      <div className={styles.content}>
        <Problem inspecting={inspecting} />
        {isFirstReading && (
          <div className={styles.reading}>
            <ReadingProgress inspecting={inspecting} file={file} />
          </div>
        )}
        <InspectedWorkbook inspecting={inspecting} />
      </div>
    </StepFrame>
  )
}

/** Whether nothing can be made of the file, so that another one is all there is to choose. */
function isOfNoUse({ problem, view }: Inspecting): boolean {
  return problem !== null && problem.code !== 'cancelled' && view === null
}

function titleOf({ inspection, view, problem }: Inspecting): string {
  if (inspection !== null) return text.open.title
  if (view !== null) return text.open.titleCorrect
  return problem === null ? text.open.titleReading : text.open.titleFailed
}

function subtitleOf({ inspection, view }: Inspecting): { readonly subtitle?: string } {
  if (inspection !== null)
    return { subtitle: text.open.found(inspection.table.sheet, inspection.table.further.length) }
  return view === null ? {} : { subtitle: text.open.correct }
}

function Problem({ inspecting }: { readonly inspecting: Inspecting }) {
  const { problem, view, inspectAgain } = inspecting
  if (problem === null) return null
  if (problem.code === 'cancelled') {
    return (
      <Message
        intent="info"
        title={text.open.cancelled}
        actions={view === null && <Button onClick={inspectAgain}>{text.open.again}</Button>}
      />
    )
  }
  return (
    <ErrorMessage
      error={problem}
      {...(isOfNoUse(inspecting) && {
        actions: (
          <Button appearance="primary" onClick={() => goOnTo({ screen: 'start' })}>
            {text.open.chooseAnother}
          </Button>
        ),
      })}
    />
  )
}

interface OpenActionsProps {
  readonly inspecting: Inspecting
  readonly file: FileHandle
}

function OpenActions({ inspecting, file }: OpenActionsProps) {
  const { progress, inspection, hasTitle, asked } = inspecting
  // What is read now is the plan that was made: there is nothing to cancel any more.
  if (useReadingDatasets() !== null) return null
  if (progress !== null) return <ReadingProgress inspecting={inspecting} file={file} />
  if (inspection === null) return null
  return (
    <>
      <Button onClick={() => goOnTo({ screen: 'start' })}>{text.open.cancel}</Button>
      <ImportButton
        inspection={inspection}
        hasTitle={hasTitle}
        isSettled={asked === null}
        onImport={inspecting.importDatasets}
      />
    </>
  )
}

function ReadingProgress({ inspecting, file }: OpenActionsProps) {
  const { progress, inspection, cancel } = inspecting
  if (progress === null) return null
  const label =
    progress.name === 'open.import' && inspection !== null
      ? text.open.importing(wholeCount(inspection.table))
      : text.open.reading(file.name)
  return <CallProgressLine label={label} {...progress} onCancel={cancel} />
}

interface ImportButtonProps {
  readonly inspection: WorkbookInspection
  readonly hasTitle: boolean
  /** While a choice waits to be read, importing would take the one before it. */
  readonly isSettled: boolean
  readonly onImport: () => void
}

function ImportButton({ inspection, hasTitle, isSettled, onImport }: ImportButtonProps) {
  const datasets = wholeCount(inspection.table)
  const isAsked = inspection.doubtful.length > 0 && inspection.table.planHeadings === undefined
  return (
    <Button
      appearance="primary"
      disabled={datasets === 0 || !hasTitle || isAsked}
      disabledFocusable={!isSettled}
      onClick={onImport}
    >
      {importWords(hasTitle, isAsked, datasets)}
    </Button>
  )
}

/** What the button does, or what has to be done before it can. */
function importWords(hasTitle: boolean, isAsked: boolean, datasets: number): string {
  if (!hasTitle) return text.open.titleNeeded
  return isAsked ? text.open.planHeadings.unanswered : text.open.import(datasets)
}
