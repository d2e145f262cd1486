import type { Noticing, PlantedFault } from './planted-fault.ts'

function inBrowser(file: string, test: string): Noticing {
  return { file: `test/e2e/${file}.e2e.ts`, test, host: 'browser' }
}

const inText = inBrowser('undo-keys', 'in whatever takes text the undo keys are its own')
const outsideText = inBrowser('undo-keys', 'outside of text the undo keys are the plan’s')
const byBack = inBrowser('typed-text', 'when the screen goes away by the browser’s Back')
const otherDataset = inBrowser('typed-text', 'when another one is chosen past the field')
const refusedText = inBrowser('typed-text', 'a text that is refused stays in its field')

/** What a person types, and the keys that take it back. */
export const pageTypingFaults: readonly PlantedFault[] = [
  {
    promise: 'Undo keys in a text field take back what was typed there, not the plan',
    fault: 'Ctrl+Z in a text field undoes the plan',
    file: 'src/renderer/frame/undo-keys.ts',
    find: ' || isTextField(event.target)',
    plant: '',
    noticedBy: inText,
  },
  {
    promise: 'Undo keys in a text field take back what was typed there, not the plan',
    fault: 'only inputs and text areas count as text, nothing else that is typed in',
    file: 'src/renderer/ui/keyboard.ts',
    find: ' || (target instanceof HTMLElement && target.isContentEditable)',
    plant: '',
    noticedBy: inText,
  },
  {
    promise: 'Outside of text fields undo keys are the plan’s',
    fault: 'a slider counts as text, so that Ctrl+Z on it does nothing',
    file: 'src/renderer/ui/keyboard.ts',
    find: ", 'range']",
    plant: ']',
    noticedBy: outsideText,
  },
  {
    promise: 'Outside of text fields undo keys are the plan’s',
    fault: 'Ctrl+Shift+Z is another undo',
    file: 'src/renderer/frame/undo-keys.ts',
    find: "key === 'y' || (key === 'z' && event.shiftKey)",
    plant: "key === 'y'",
    noticedBy: outsideText,
  },
  {
    promise: 'Outside of text fields undo keys are the plan’s alone',
    fault: 'the browser takes back what was typed in the last field as well',
    file: 'src/renderer/frame/undo-keys.ts',
    find: '      event.preventDefault()\n',
    plant: '',
    noticedBy: outsideText,
  },
  {
    promise: 'The focus is never lost',
    fault: 'the button Undo loses it when nothing is left to undo',
    file: 'src/renderer/frame/top-bar.tsx',
    find: 'disabledFocusable={undo === null}',
    plant: 'disabled={undo === null}',
    noticedBy: inBrowser('undo-keys', 'an undo that there is nothing left for'),
  },
  {
    promise: 'What is typed is saved when its field goes away without being left',
    fault: 'it is lost',
    file: 'src/renderer/ui/unsaved-drafts.ts',
    find: '  useEffect(() => saveLatest, [saveLatest])\n',
    plant: '',
    noticedBy: byBack,
  },
  {
    promise: 'What is typed is saved when its field goes away without being left',
    fault: 'an idea for the board is lost',
    file: 'src/renderer/steps/brainstorm/add-card.tsx',
    find: "words === '' ? null : words, (left)",
    plant: 'null as string | null, (left)',
    noticedBy: byBack,
  },
  {
    promise: 'What is typed is saved when its field goes away without being left',
    fault: 'where a slider was moved to is lost',
    file: 'src/renderer/steps/prioritize/draft-weights.ts',
    find: 'moving !== null, moving, (weights)',
    plant: 'moving !== null, null as Weights | null, (weights)',
    noticedBy: byBack,
  },
  {
    promise: 'What is typed goes to the dataset it was typed for',
    fault: 'a note goes on to whichever dataset is chosen next',
    file: 'src/renderer/steps/review/dataset-review.tsx',
    find: '        key={dataset.id}\n',
    plant: '',
    noticedBy: otherDataset,
  },
  {
    promise: 'What is typed goes to the dataset it was typed for',
    fault: 'a legal basis typed for several goes on to whichever are ticked next',
    file: 'src/renderer/steps/identify/protection-fields.tsx',
    find: '        key={ids.join()}\n',
    plant: '',
    noticedBy: inBrowser('typed-text', 'not for others ticked past the field'),
  },
  {
    promise: 'What is typed goes to the dataset it was typed for',
    fault: 'a commitment goes on to whichever dataset is chosen next',
    file: 'src/renderer/steps/publish/commitment-fields.tsx',
    find: "key: ids.join(' '),",
    plant: 'key: field,',
    noticedBy: otherDataset,
  },
  {
    promise: 'What is typed is saved when the page is loaded again',
    fault: 'it is lost with the page',
    file: 'src/renderer/ui/unsaved-drafts.ts',
    find: 'for (const save of drafts) save()',
    plant: '',
    noticedBy: inBrowser('typed-text', 'is there again when the page is loaded again'),
  },
  {
    promise: 'What is typed is saved when the page goes, whatever has no answer yet',
    fault: 'it waits for an answer that nobody is there to hear',
    file: 'src/renderer/ui/unsaved-drafts.ts',
    find: '      hurry()\n',
    plant: '',
    noticedBy: inBrowser('typed-text', 'while a change before it has no answer yet'),
  },
  {
    promise: 'What is typed while the same field is being saved is kept',
    fault: 'the answer wipes it out',
    file: 'src/renderer/ui/saved-field.tsx',
    find: 'setDraft((now) => (now === given ? null : now))',
    plant: 'setDraft(null)',
    noticedBy: inBrowser('typed-text', 'is not lost to the answer'),
  },
  {
    promise: 'Half a date is not saved',
    fault: 'it is saved as an empty one when its field goes away',
    file: 'src/renderer/ui/saved-field.tsx',
    find: 'isDirty && isWhole ? draft : null',
    plant: 'isDirty ? draft : null',
    noticedBy: inBrowser('typed-text', 'half a date is not taken for an empty one'),
  },
  {
    promise: 'A text that is refused stays in its field',
    fault: 'it is gone from the field',
    file: 'src/renderer/ui/saved-field.tsx',
    find: 'if (isSaved) setDraft(',
    plant: 'setDraft(',
    noticedBy: refusedText,
  },
  {
    promise: 'A text that is refused is said to be unsaved where it stands',
    fault: 'its field says nothing',
    file: 'src/renderer/ui/saved-field.tsx',
    find: 'setFailed(!isSaved)',
    plant: 'setFailed(false)',
    noticedBy: refusedText,
  },
  {
    promise: 'What is typed in a dialog is said to be unsaved, and the window asks before it closes',
    fault: 'a dialog’s words count for nothing',
    file: 'src/renderer/ui/form-dialog.tsx',
    find: 'useUnsavedUntilAsked(isTyped)',
    plant: 'useUnsavedUntilAsked(false)',
    noticedBy: inBrowser('recovery', 'what is typed in a dialog is said to be unsaved'),
  },
]
