import type { PlantedFault } from './planted-fault.ts'

/** What the steps do with answers: to which datasets they go, and what is offered. */
export const pageStepFaults: readonly PlantedFault[] = [
  {
    promise: 'An answer goes to the datasets that are ticked',
    fault: 'one for several goes to the dataset in work alone',
    file: 'src/renderer/steps/review/review-step.tsx',
    find: 'walk.worked.map(({ id }) => id)',
    plant: '(walk.current === null ? [] : [walk.current]).map(({ id }) => id)',
    noticedBy: {
      file: 'test/renderer/steps/review/reviewing.test.tsx',
      test: 'goes to those that are ticked and to no other',
    },
  },
  {
    promise: 'What is typed is saved where it was typed',
    fault: 'every text of a published dataset is saved as its note',
    file: 'src/renderer/steps/review/dataset-review.tsx',
    find: 'changes: { [field]: given.trim() }',
    plant: 'changes: { reviewNote: given.trim() }',
    noticedBy: {
      file: 'test/renderer/steps/review/reviewing.test.tsx',
      test: 'each text in its own place',
    },
  },
  {
    promise: 'Several datasets have an answer where all of them have it',
    fault: 'that of the first is shown for all',
    file: 'src/renderer/steps/review/dataset-review.tsx',
    find: 'first !== undefined && others.every((other) => other === first) ? first : null',
    plant: 'first !== undefined && others.length >= 0 ? first : null',
    noticedBy: {
      file: 'test/renderer/steps/review/reviewing.test.tsx',
      test: 'several that differ have no answer in common',
    },
  },
  {
    promise: 'What is still missing is said where it is answered',
    fault: 'nothing is said to be missing of what has no legal basis',
    file: 'src/renderer/steps/identify/dataset-identification.tsx',
    find: 'const missing = missingForIdentification(dataset)',
    plant: "const missing = missingForIdentification(dataset).filter((field) => field !== 'legalBasis')",
    noticedBy: {
      file: 'test/renderer/steps/identify/identifying.test.tsx',
      test: 'is counted, with what is left to do and why',
    },
  },
  {
    promise: 'A change builds on the one before it',
    fault: 'a ground takes back the one that is on its way',
    file: 'src/renderer/steps/identify/grounds-part.tsx',
    find: 'isChosen : chosen.includes(other)',
    plant: 'isChosen : dataset.identification.highValueGrounds.includes(other)',
    noticedBy: {
      file: 'test/renderer/steps/identify/identifying.test.tsx',
      test: 'ticked one after the other before the first is saved',
    },
  },
  {
    promise: 'A plan open to read is not changed by this page',
    fault: 'grounds can be ticked in it',
    file: 'src/renderer/steps/identify/grounds-part.tsx',
    find: '            disabled={isReading}\n',
    plant: '',
    noticedBy: {
      file: 'test/renderer/steps/identify/identifying.test.tsx',
      test: 'are not ticked in a plan that is open to read',
    },
  },
  {
    promise: 'What is said for several is saved for all of them',
    fault: 'the first alone gets it',
    file: 'src/renderer/steps/identify/protection-fields.tsx',
    find: "(await change('identify.set', { ids, changes: { [field]",
    plant: "(await change('identify.set', { ids: ids.slice(0, 1), changes: { [field]",
    noticedBy: {
      file: 'test/renderer/steps/identify/protection.test.tsx',
      test: 'what is typed or chosen goes to all of them',
    },
  },
  {
    promise: 'What differs among several is overwritten by nobody who does not type',
    fault: 'the words of the first are shown as those of all',
    file: 'src/renderer/steps/identify/answers.ts',
    find: 'others.every((other) => other === first) ? first : null',
    plant: 'others.length >= 0 ? first : null',
    noticedBy: {
      file: 'test/renderer/steps/identify/protection.test.tsx',
      test: 'what they do not share is not shown as theirs',
    },
  },
  {
    promise: 'What differs among several is overwritten by nobody who does not type',
    fault: 'a field that is passed through is saved',
    file: 'src/renderer/ui/saved-field.tsx',
    find: 'if (given === null || given === value) return setDraft(null)',
    plant: 'if (given === null) return setDraft(null)',
    noticedBy: {
      file: 'test/renderer/steps/identify/protection.test.tsx',
      test: 'not overwritten by passing through its field',
    },
  },
  {
    promise: 'Protected data are not released as they are',
    fault: 'that is offered',
    file: 'src/renderer/steps/identify/protection-fields.tsx',
    find: "    .filter((route) => route !== 'as-is')\n",
    plant: '',
    noticedBy: {
      file: 'test/renderer/steps/identify/protection.test.tsx',
      test: 'and releasing protected data as they are is no way',
    },
  },
  {
    promise: 'What is said for several is saved for all of them',
    fault: 'a commitment is the first one’s alone',
    file: 'src/renderer/steps/publish/commitment-fields.tsx',
    find: "(await change('publish.set', { ids, changes: { [field]",
    plant: "(await change('publish.set', { ids: ids.slice(0, 1), changes: { [field]",
    noticedBy: {
      file: 'test/renderer/steps/publish/commitments.test.tsx',
      test: 'what is filled in goes to all of them',
    },
  },
  {
    promise: 'An offer goes to those it names',
    fault: 'a frequency offered for one goes to the whole list',
    file: 'src/renderer/steps/publish/commitment-fields.tsx',
    find: 'ids: [...offer.ids]',
    plant: 'ids: among.map(({ id }) => id)',
    noticedBy: {
      file: 'test/renderer/steps/publish/commitments.test.tsx',
      test: 'is offered for the one in work, or for all that say the same',
    },
  },
  {
    promise: 'What differs among several is overwritten by nobody who does not type',
    fault: 'the commitment of the first is shown as that of all',
    file: 'src/renderer/steps/publish/publishing.ts',
    find: 'others.every((other) => other === first) ? first : null',
    plant: 'others.length >= 0 ? first : null',
    noticedBy: {
      file: 'test/renderer/steps/publish/commitments.test.tsx',
      test: 'what they do not share is not shown as theirs',
    },
  },
  {
    promise: 'That several differ is no answer',
    fault: 'choosing it sets how one of them is automated',
    file: 'src/renderer/steps/publish/automation-field.tsx',
    find: 'const automation = automations.find((id) => id === chosen)',
    plant: 'const automation = automations.find((id) => id === chosen) ?? datasets[0]?.commitment.automation',
    noticedBy: {
      file: 'test/renderer/steps/publish/commitments.test.tsx',
      test: 'that they differ in how they are automated is no answer',
    },
  },
  {
    promise: 'A plan open to read is not changed by this page',
    fault: 'its automation can be chosen',
    file: 'src/renderer/steps/publish/automation-field.tsx',
    find: 'disabled={isReading} ',
    plant: '',
    noticedBy: {
      file: 'test/renderer/steps/publish/commitments.test.tsx',
      test: 'in a plan that is open to read nothing is typed, chosen or taken over',
    },
  },
  {
    promise: 'An answer goes to the datasets that are ticked',
    fault: 'what becomes of published ones goes to the one in work alone',
    file: 'src/renderer/steps/publish/publish-step.tsx',
    find: 'published.worked.map(({ id }) => id)',
    plant: '(published.current === null ? [] : [published.current]).map(({ id }) => id)',
    noticedBy: {
      file: 'test/renderer/steps/publish/upkeep.test.tsx',
      test: 'get the answer of the one in work, or of those that are ticked',
    },
  },
  {
    promise: 'A key does what the screen says of it',
    fault: 'a number answers for published datasets that are not in sight',
    file: 'src/renderer/steps/publish/publish-step.tsx',
    find: "tab === 'published' ? { choices",
    plant: 'published.current !== null ? { choices',
    noticedBy: {
      file: 'test/renderer/steps/publish/upkeep.test.tsx',
      test: 'a number means nothing among the planned ones',
    },
  },
  {
    promise: 'What is not settled is said to be so',
    fault: 'a ground that one of several lacks is not missed',
    file: 'src/renderer/steps/publish/retirement-field.tsx',
    find: 'datasets.some(',
    plant: 'datasets.every(',
    noticedBy: {
      file: 'test/renderer/steps/publish/upkeep.test.tsx',
      test: 'is said to be missing where it is for any of them',
    },
  },
  {
    promise: 'A name that is typed out means its dataset',
    fault: 'it becomes an idea beside it',
    file: 'src/renderer/steps/brainstorm/add-idea.tsx',
    find: 'named && !onBoard.has(named.id) ? onAddDataset(named) : onAddIdea(words)',
    plant: 'named && onBoard.has(named.id) ? onAddDataset(named) : onAddIdea(words)',
    noticedBy: {
      file: 'test/renderer/steps/brainstorm/adding-ideas.test.tsx',
      test: 'a dataset’s whole name means that dataset',
    },
  },
  {
    promise: 'An idea stands under the question it was added under',
    fault: 'all of them go under the first',
    file: 'src/renderer/steps/brainstorm/question-column.tsx',
    find: "change('brainstorm.add', { question, text",
    plant: "change('brainstorm.add', { question: 'not-yet-public', text",
    noticedBy: {
      file: 'test/renderer/steps/brainstorm/adding-ideas.test.tsx',
      test: 'adds an idea under its own question',
    },
  },
  {
    promise: 'An idea names who raised it',
    fault: 'the name that is typed now is passed over',
    file: 'src/renderer/steps/brainstorm/raised-by.tsx',
    find: 'typed ?? (earlier ||',
    plant: '(earlier || typed ||',
    noticedBy: {
      file: 'test/renderer/steps/brainstorm/adding-ideas.test.tsx',
      test: 'adds an idea under its own question',
    },
  },
  {
    promise: 'A plan open to read is not changed by this page',
    fault: 'its ideas have their menu',
    file: 'src/renderer/steps/brainstorm/idea-on-board.tsx',
    find: '{!isReading && (\n          <IdeaMenu',
    plant: '{(\n          <IdeaMenu',
    noticedBy: {
      file: 'test/renderer/steps/brainstorm/adding-ideas.test.tsx',
      test: 'in a plan that is open to read nothing is added',
    },
  },
  {
    promise: 'An idea about a dataset keeps the dataset’s name',
    fault: 'it gets words of its own',
    file: 'src/renderer/steps/brainstorm/idea-dialogs.tsx',
    find: 'const hasOwnWords = idea.datasetId === null',
    plant: "const hasOwnWords = idea.id !== ''",
    noticedBy: {
      file: 'test/renderer/steps/brainstorm/ideas-on-board.test.tsx',
      test: 'in who raised it alone where it is about a dataset',
    },
  },
  {
    promise: 'What is one dataset is not made another',
    fault: 'an idea about a dataset can be made one again',
    file: 'src/renderer/steps/brainstorm/idea-on-board.tsx',
    find: '...(dataset === undefined && { onMakeDataset })',
    plant: '...({ onMakeDataset })',
    noticedBy: {
      file: 'test/renderer/steps/brainstorm/ideas-on-board.test.tsx',
      test: 'and what is one already is not made one again',
    },
  },
]
