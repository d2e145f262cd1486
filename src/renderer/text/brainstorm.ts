import { count, figure } from './counted.ts'

export const brainstorm = {
  title: 'What else should people be able to get?',
  subtitle: (done: number, total: number) =>
    done === total
      ? `All ${count(total, 'question')} have an idea`
      : `${figure(done)} of ${count(total, 'question')} have an idea. A question may also rightly stay empty.`,
  raisedBy: 'Raised by',
  raisedByHint: 'Goes with every idea you add now',
  showGuidance: 'Guidance',
  questions: {
    'not-yet-public': {
      question: 'What do we hold that nobody outside can get yet?',
      hint: 'Registers, systems and files that stay inside today.',
    },
    'on-portal': {
      question: 'What is already on the open data portal?',
      hint: 'On data.ct.gov or geodata.ct.gov, also if it needs care.',
    },
    'not-machine-readable': {
      question: 'What is public, but only to look at?',
      hint: 'Figures in a report, a dashboard or a PDF.',
    },
    'used-for-analysis': {
      question: 'What do we use for trends and performance?',
      hint: 'The data behind our own statistics and measures.',
    },
    'frequently-requested': {
      question: 'What do people keep asking us for?',
      hint: 'Partner agencies, residents, lawmakers, the press.',
    },
  },
  ideas: (number: number) => count(number, 'idea'),
  empty: 'Nothing here yet, which may be right.',
  add: 'Add an idea',
  addTo: (question: string) => `Add under: ${question}`,
  newIdea: (words: string) => `New idea: “${words}”`,
  ideaGroup: 'Not in the inventory',
  datasetGroup: 'In the inventory',
  moreMatches: (number: number) => `${figure(number)} more; type to narrow it down`,
  noMatches: 'Type an idea, or part of a dataset’s name.',
  fromReview: (number: number) => `Review puts ${count(number, 'dataset')} here; the list offers them first.`,
  idea: 'Idea',
  dataset: 'Dataset',
  by: (name: string) => `Raised by ${name}`,
  byNobody: 'Nobody named',
  ideaActions: (words: string) => `More for “${words}”`,
  edit: 'Edit…',
  remove: 'Remove from the board',
  makeDataset: 'Make it a dataset…',
  editTitle: 'Edit this idea',
  ideaText: 'The idea',
  save: 'Save',
  makeTitle: 'Make this idea a dataset',
  makeIntro:
    'It joins the plan like any row of the inventory, and the next steps ask about it. Your inventory’s own rows stay as they are.',
  datasetTitle: 'Title',
  unit: 'Unit or program',
  description: 'Description',
  descriptionHint: 'What one row stands for, and since when',
  make: 'Make it a dataset',
  next: 'Next empty question',
  goOn: 'Go on to Identify',
  keys: 'Enter adds an idea and leaves the field ready for the next one. Arrow keys choose a dataset from the list.',
  guidance: [
    {
      heading: 'Why a board?',
      paragraphs: [
        'An inventory lists what systems hold. These five questions bring up what people need: things nobody listed, and things listed that matter more than they look.',
      ],
    },
    {
      heading: 'Who should be in the room?',
      paragraphs: [
        'People from different units, and whoever answers records requests and press calls. Write down who raised an idea, so that you know whom to ask later.',
      ],
    },
    {
      heading: 'What becomes of an idea?',
      paragraphs: [
        'An idea about a dataset is a note on it. Any other idea counts in the next steps only once you make it a dataset; until then it stays on the board.',
      ],
    },
  ],
  guidanceSource: 'Open Data Access Plan Guidance, step 2.',
} as const
