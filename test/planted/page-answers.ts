import type { Noticing, PlantedFault } from './planted-fault.ts'

function inBrowser(file: string, test: string): Noticing {
  return { file: `test/e2e/${file}.e2e.ts`, test, host: 'browser' }
}

function inSession(test: string): Noticing {
  return { file: 'test/renderer/plan/plan-session.test.ts', test }
}

const savedOnlyOnce = inBrowser('saving-line', 'is said only once the engine has answered')
const focusKept = inBrowser('focus', 'the focus is never lost')
const readOut = inBrowser('focus', 'what changes is read out')

/** What the page says of saving, what it does with answers, and whether everybody can follow. */
export const pageAnswerFaults: readonly PlantedFault[] = [
  {
    promise: 'Answers come in the order in which they were asked for',
    fault: 'a change overtakes the one before it',
    file: 'src/renderer/plan/plan-session.ts',
    find: 'return turns.take(async () => {',
    plant: 'return Promise.resolve().then(async () => {',
    noticedBy: inSession('is not even sent before the one ahead of it has its answer'),
  },
  {
    promise: 'A change is shown in its own plan alone',
    fault: 'the late answer of one plan is merged into the next',
    file: 'src/renderer/plan/plan-session.ts',
    find: 'change: isShown ? answer.value : null',
    plant: 'change: answer.value',
    noticedBy: inSession('is not shown in the one that took its place meanwhile'),
  },
  {
    promise: 'A change goes to the plan it was made in',
    fault: 'it goes to whichever plan is open by then',
    file: 'src/renderer/plan/plan-session.ts',
    find: 'client.call(name, input, about(planId))',
    plant: 'client.call(name, input, {})',
    noticedBy: inSession('names it, also when another one is on screen by then'),
  },
  {
    promise: 'The page shows the newest state it was told',
    fault: 'an answer that comes late puts an older state on screen',
    file: 'src/renderer/plan/plan-state.ts',
    find: '  if (change.revision < view.revision) return view\n',
    plant: '',
    noticedBy: {
      file: 'test/renderer/plan/plan-state.test.ts',
      test: 'is passed over when the plan on screen is newer',
    },
  },
  {
    promise: 'What the screen says is saved is on the disk',
    fault: 'a change on its way is not counted',
    file: 'src/renderer/plan/plan-session.ts',
    find: "    apply({ type: 'change-sent' })\n",
    plant: '',
    noticedBy: inSession('no longer on its way, only when the engine has said so'),
  },
  {
    promise: 'What the screen says is saved is on the disk',
    fault: '“Saved” stands there while the engine has not answered',
    file: 'src/renderer/frame/saving-line.tsx',
    find: "  if (saving > 0) return 'saving'\n",
    plant: '',
    noticedBy: savedOnlyOnce,
  },
  {
    promise: 'What the screen says is saved is on the disk',
    fault: '“Saved” stands there although the last change was refused',
    file: 'src/renderer/frame/saving-line.tsx',
    find: "  if (failure !== null) return 'failed'\n",
    plant: '',
    noticedBy: inBrowser('saving-line', 'an answer that cannot be brought to the engine'),
  },
  {
    promise: 'A change the disk refuses is kept and tried again',
    fault: 'it is given up where the disk could not be written to',
    file: 'src/renderer/plan/retrying.ts',
    find: " || code === 'cannot-write'",
    plant: '',
    noticedBy: inSession('is kept for every reason that may pass: cannot-write'),
  },
  {
    promise: 'A change the disk refuses is said to be unsaved',
    fault: 'nobody hears of it',
    file: 'src/renderer/plan/retrying.ts',
    find: '        onRefused(answer.error)\n',
    plant: '',
    noticedBy: inSession('is kept, said to be unsaved, and tried again until the disk takes it'),
  },
  {
    promise: 'What failed stays in sight until it is dismissed',
    fault: 'a refused change is forgotten at once',
    file: 'src/renderer/plan/plan-state.ts',
    find: 'retrying: null, failure: event.error }',
    plant: 'retrying: null }',
    noticedBy: {
      file: 'test/renderer/plan/plan-state.test.ts',
      test: 'stays failed through later changes, until it is dismissed',
    },
  },
  {
    promise: 'A call on its way when the tab closes arrives all the same',
    fault: 'the browser drops it',
    file: 'src/renderer/bridge/web-bridge.ts',
    find: 'return await post(body, true)',
    plant: 'return await post(body, false)',
    noticedBy: {
      file: 'test/renderer/bridge/web-bridge.test.ts',
      test: 'outlives the page as long as a browser lets it',
    },
  },
  {
    promise: 'A mistake of the program is told in plain words',
    fault: 'a page that breaks is left empty',
    file: 'src/renderer/main.tsx',
    find: '    page.render(within(<CrashNotice />))\n',
    plant: '',
    noticedBy: inBrowser('saving-line', 'a page that breaks says so in plain words'),
  },
  {
    promise: 'The page breaks no policy',
    fault: 'parsers are compiled by eval, as the library would have it',
    file: 'src/renderer/main.tsx',
    find: "import './without-eval.ts'\n",
    plant: '',
    noticedBy: {
      file: 'test/renderer/without-eval.test.ts',
      test: 'before it brings in anything that might hold a parser',
    },
  },
  {
    promise: 'The page breaks no policy',
    fault: 'parsers may compile code again',
    file: 'src/renderer/without-eval.ts',
    find: 'jitless: true',
    plant: 'jitless: false',
    noticedBy: { file: 'test/renderer/without-eval.test.ts', test: 'parsers compile no code' },
  },
  {
    promise: 'The page breaks no policy',
    fault: 'its styles come without the nonce',
    file: 'src/renderer/main.tsx',
    find: 'nonce === undefined ? {} : { styleElementAttributes: { nonce } }',
    plant: '{}',
    noticedBy: savedOnlyOnce,
  },
  {
    promise: 'The focus is never lost',
    fault: 'it is lost when a dialog closes',
    file: 'src/renderer/ui/form-dialog.tsx',
    find: '  useFocusGivenBack()\n',
    plant: '',
    noticedBy: focusKept,
  },
  {
    promise: 'The focus is never lost',
    fault: 'it is lost with a card that is taken off the board',
    file: 'src/renderer/steps/brainstorm/question-column.tsx',
    find: 'document.getElementById(addFieldId(question))?.focus()',
    plant: '',
    noticedBy: focusKept,
  },
  {
    promise: 'A new screen begins at its heading, for the keyboard and the screen reader',
    fault: 'the focus stays on the screen before',
    file: 'src/renderer/frame/frame.tsx',
    find: '    heading?.focus()\n',
    plant: '',
    noticedBy: focusKept,
  },
  {
    promise: 'What changes is read out',
    fault: 'how far a step is goes unsaid',
    file: 'src/renderer/ui/step-frame.tsx',
    find: 'className={styles.subtitle} role="status"',
    plant: 'className={styles.subtitle}',
    noticedBy: readOut,
  },
  {
    promise: 'What changes is read out',
    fault: 'how many datasets a search finds goes unsaid',
    file: 'src/renderer/ui/dataset-table-tools.tsx',
    find: '<span className={styles.unseen} role="status">',
    plant: '<span className={styles.unseen}>',
    noticedBy: readOut,
  },
  {
    promise: 'Numbers are the same wherever they stand, and add up',
    fault: 'the filter counts answered datasets as unanswered',
    file: 'src/renderer/ui/dataset-table.tsx',
    find: 'howMany(rows, isOpen)',
    plant: 'rows.length',
    noticedBy: readOut,
  },
  {
    promise: 'A plan that is open to read shows that nothing can be changed',
    fault: 'a field with a list takes what is typed',
    file: 'src/renderer/ui/saved-combobox.tsx',
    find: '      disabled={isReading}\n',
    plant: '',
    noticedBy: {
      file: 'test/e2e/refused-and-other-plans.e2e.ts',
      test: 'in a plan that is open to read nothing can be typed or chosen',
      host: 'browser',
    },
  },
  {
    promise: 'A plan that is open to read shows that nothing can be changed',
    fault: 'the board takes ideas',
    file: 'src/renderer/steps/brainstorm/add-idea.tsx',
    find: '      disabled={isReading}\n',
    plant: '',
    noticedBy: {
      file: 'test/e2e/refused-and-other-plans.e2e.ts',
      test: 'in a plan that is open to read nothing can be typed or chosen',
      host: 'browser',
    },
  },
  {
    promise: 'A plan that is open to read shows that nothing can be changed',
    fault: 'a tier can be set',
    file: 'src/renderer/steps/prioritize/tier-part.tsx',
    find: '          disabledFocusable={isReading}\n          aria-expanded',
    plant: '          aria-expanded',
    noticedBy: {
      file: 'test/e2e/refused-and-other-plans.e2e.ts',
      test: 'in a plan that is open to read nothing can be typed or chosen',
      host: 'browser',
    },
  },
  {
    promise: 'The page hears of what happens elsewhere',
    fault: 'it listens no more once the stream was cut',
    file: 'src/renderer/bridge/web-events.ts',
    find: '    while (!stopped.signal.aborted) {',
    plant: '    for (let first = true; first && !stopped.signal.aborted; first = false) {',
    noticedBy: {
      file: 'test/renderer/bridge/web-bridge.test.ts',
      test: 'events are heard again after the stream was cut',
    },
  },
  {
    promise: 'A plan that is open to read is not changed',
    fault: 'a backup is brought back into it',
    file: 'src/renderer/history/backups.tsx',
    find: 'canRestore={!isReading}',
    plant: 'canRestore',
    noticedBy: {
      file: 'test/renderer/history/backups.test.tsx',
      test: 'in a plan that is open to read it is compared alone',
    },
  },
  {
    promise: 'A plan that is open to read is not changed',
    fault: 'its weights are moved',
    file: 'src/renderer/steps/prioritize/weights-panel.tsx',
    find: 'disabled={isReading}\n        className={styles.slider}',
    plant: 'className={styles.slider}',
    noticedBy: {
      file: 'test/renderer/steps/prioritize/tier-and-weights.test.tsx',
      test: 'weights are moved where the plan is not open to read: true',
    },
  },
  {
    promise: 'A plan that is open to read is not changed',
    fault: 'the answers of Deliver are',
    file: 'src/renderer/steps/deliver/workbook-questions.tsx',
    find: "value={chosen ?? ''}\n        disabled={isReading}",
    plant: "value={chosen ?? ''}",
    noticedBy: {
      file: 'test/renderer/steps/deliver/giving-back.test.tsx',
      test: 'what is asked of a workbook is answered where the plan is not open to read: true',
    },
  },
  {
    promise: 'What is said to stand open does so now',
    fault: 'what was looked through first stays',
    file: 'src/renderer/steps/deliver/before-you-send.tsx',
    find: '[looked])\n',
    plant: '[looked === null])\n',
    noticedBy: {
      file: 'test/renderer/steps/deliver/before-you-send.test.tsx',
      test: 'what was mended meanwhile no longer stands open',
    },
  },
  {
    promise: 'A copy is called the same as before only where it is',
    fault: 'a plain new workbook is',
    file: 'src/renderer/steps/deliver/workbook-report.tsx',
    find: '{isPlain ? (',
    plant: '{isPlain && numbers.isUnchanged ? (',
    noticedBy: {
      file: 'test/renderer/steps/deliver/workbook-report.test.tsx',
      test: 'of a plain new workbook is not called the same as before',
    },
  },
  {
    promise: 'Whoever has opened a panel has the keyboard in it',
    fault: 'what changes behind it takes the focus, and neither Escape nor a screen reader finds the panel',
    file: 'src/renderer/ui/side-panel.tsx',
    find: '  useFocusKept(isOpen, id)\n',
    plant: '  void useFocusKept\n',
    noticedBy: { file: 'test/e2e/focus.e2e.ts', test: 'a panel keeps the keyboard', host: 'browser' },
  },
  {
    promise: 'An open panel keeps the keyboard',
    fault: 'not where what had it in the panel is gone',
    file: 'src/renderer/ui/side-panel.tsx',
    find: 'else if (target.closest(inFront) === null) (last?.isConnected ? last : body)?.focus()',
    plant: 'else if (target.closest(inFront) === null) last?.focus()',
    noticedBy: {
      file: 'test/renderer/ui/surroundings.test.tsx',
      test: 'a side panel keeps the keyboard, also when what had it in the panel is gone',
    },
  },
]
