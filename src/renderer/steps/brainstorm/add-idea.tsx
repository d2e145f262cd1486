import { Combobox, makeStyles, Option, OptionGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { datasetName } from '../../../domain/labels.ts'
import type { BrainstormQuestion } from '../../../domain/vocabulary.ts'
import { useReadOnly } from '../../plan/program.tsx'
import { useSavedOnLeaving } from '../../plan/unsaved-drafts.ts'
import { text } from '../../text/text.ts'
import { useEnterMeansWords } from '../../ui/enter-means-words.ts'
import { datasetNamed, datasetsToOffer } from './board.ts'

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: '100%' },
  input: { minWidth: 0, width: '100%' },
  listbox: { minWidth: '260px', maxHeight: '340px' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  note: { padding: '6px 10px', color: tokens.colorNeutralForeground2 },
})

/** More would make the list slow, and nobody reads on. */
const mostOffered = 25
const newIdea = 'new-idea'

interface AddIdeaProps {
  readonly question: BrainstormQuestion
  readonly datasets: readonly Dataset[]
  readonly onBoard: ReadonlySet<DatasetId>
  /** Answers whether the idea is on the board. */
  readonly onAddDataset: (dataset: Dataset) => Promise<boolean>
  readonly onAddIdea: (words: string) => Promise<boolean>
}

/** One field for both kinds of idea: Enter takes what was typed, the list holds the datasets there are. */
export function AddIdea(props: AddIdeaProps) {
  const { question, datasets, onBoard } = props
  const styles = useStyles()
  const isReading = useReadOnly()
  const { typed, isOpen, setOpen, type, choose, onKeyDownCapture } = useQuickEntry(props)
  const words = typed.trim()
  return (
    <Combobox
      className={styles.combobox}
      input={{ className: styles.input }}
      id={addFieldId(question)}
      aria-label={text.brainstorm.addTo(text.brainstorm.questions[question].question)}
      placeholder={text.brainstorm.add}
      freeform
      disabled={isReading}
      disableAutoFocus
      listbox={{ className: styles.listbox }}
      positioning={{ position: 'below', align: 'start', autoSize: false }}
      value={typed}
      selectedOptions={[]}
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
      onChange={(event) => type(event.target.value)}
      onOptionSelect={(_, { optionValue }) => choose(optionValue)}
      onKeyDownCapture={onKeyDownCapture}
    >
      {isOpen && <Offers words={words} offered={datasetsToOffer(datasets, question, words, onBoard)} />}
    </Combobox>
  )
}

function useQuickEntry({ datasets, onBoard, onAddDataset, onAddIdea }: AddIdeaProps) {
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const words = typed.trim()
  // Nobody is there to press Enter any more: an idea too many is taken off the board sooner than one is thought of again.
  useSavedOnLeaving(words !== '', words === '' ? null : words, (left) => void onAddIdea(left))

  const add = async (work: Promise<boolean>) => {
    setTyped('')
    setOpen(false)
    leaveList()
    // Words that were not saved come back, unless others stand there by now.
    if (!(await work)) setTyped((now) => now || typed)
  }
  const { onKeyDownCapture, leaveList } = useEnterMeansWords(() => {
    if (words === '') return
    const named = datasetNamed(datasets, words)
    void add(named && !onBoard.has(named.id) ? onAddDataset(named) : onAddIdea(words))
  })
  const choose = (value: string | undefined) => {
    const dataset = datasets.find(({ id }) => id === value)
    if (dataset !== undefined) void add(onAddDataset(dataset))
    else if (value === newIdea && words !== '') void add(onAddIdea(words))
  }
  const type = (value: string) => {
    leaveList()
    setTyped(value)
    setOpen(true)
  }
  return { typed, isOpen, setOpen, type, choose, onKeyDownCapture }
}

export function addFieldId(question: BrainstormQuestion): string {
  return `add-${question}`
}

function Offers({ words, offered }: { readonly words: string; readonly offered: readonly Dataset[] }) {
  const styles = useStyles()
  const shown = offered.slice(0, mostOffered)
  return (
    <>
      {words !== '' && (
        <OptionGroup label={text.brainstorm.ideaGroup}>
          <Option value={newIdea} text={words} checkIcon={null}>
            {text.brainstorm.newIdea(words)}
          </Option>
        </OptionGroup>
      )}
      {shown.length > 0 && (
        <OptionGroup label={text.brainstorm.datasetGroup}>
          {shown.map((dataset) => (
            // The space keeps the list from moving into an entry that begins with what is typed.
            <Option key={dataset.id} value={dataset.id} text={` ${datasetName(dataset)}`} checkIcon={null}>
              <span className={styles.option}>
                <span>{datasetName(dataset)}</span>
                <Text size={200} className={styles.quiet}>
                  {placeOf(dataset)}
                </Text>
              </span>
            </Option>
          ))}
        </OptionGroup>
      )}
      {offered.length > shown.length && (
        <Text size={200} className={styles.note}>
          {text.brainstorm.moreMatches(offered.length - shown.length)}
        </Text>
      )}
      {offered.length === 0 && words === '' && (
        <Text size={200} className={styles.note}>
          {text.brainstorm.noMatches}
        </Text>
      )}
    </>
  )
}

/** Where a dataset comes from, in a few words. */
export function placeOf({ source }: Dataset): string {
  return source === null ? text.dataset.added : text.dataset.place(source.row, source.sheet)
}
