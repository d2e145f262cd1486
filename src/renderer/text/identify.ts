import { count, figure } from './counted.ts'

export const identify = {
  title: 'What could be made public, and how?',
  subtitle: (done: number, total: number) =>
    done === total
      ? `All ${count(total, 'dataset')} identified`
      : `${figure(done)} of ${count(total, 'dataset')} identified · ${figure(total - done)} left`,
  table: 'Datasets and their access',
  card: 'The chosen dataset',
  columns: { dataset: 'Dataset', classification: 'Classification', access: 'Access' },
  accessInTable: {
    public: 'Public',
    'protected-releasable': 'Releasable',
    protected: 'Protected',
    undetermined: 'Undetermined',
  },
  telling: 'What the inventory says of its protection',
  nothingTelling: 'The inventory names no classification, legal basis or contact.',
  rest: 'What else the inventory says',
  question: 'May this data be made public?',
  hints: {
    public: 'no law protects any of it',
    'protected-releasable': 'totals or a redacted copy may go out',
    protected: 'no version of it may go out',
    undetermined: 'come back to it, or ask counsel',
  },
  stillNeeded: (names: readonly string[]) => `Still needed: ${names.join(', ')}`,
  complete: 'Nothing more is needed here.',
  legalBasis: 'Legal basis of the protection',
  legalBasisHint: 'The statute or agreement, for example CGS Sec. 1-210(b)(2)',
  releaseRoute: 'How it can be released',
  routeNames: {
    'as-is': 'As is',
    aggregate: 'Aggregate: publish counts or totals',
    'redact-fields': 'Redact fields: leave columns out',
    'remove-records': 'Remove records: leave rows out',
    'anonymous-identifiers': 'Anonymous identifiers: replace names and numbers',
  },
  open: 'Not yet determined',
  openShort: 'Not yet',
  suppressionRule: 'Suppression rule',
  suppressionHint: 'When a count is too small to show',
  suppressionSource: 'The rules offered are examples, not statewide rules. Ask your privacy counsel.',
  checkedBy: 'Who checks it before release',
  checkedByHint: 'A name or an office, for example the privacy counsel',
  theyDiffer: 'They differ now. What you type here replaces all of them.',
  openness: 'Is it open data?',
  determined: (done: number, total: number) => `${figure(done)} of ${figure(total)} determined`,
  grounds: 'High-value grounds',
  groundsChosen: (number: number) => (number === 0 ? 'none ticked' : `${number} ticked`),
  groundsHint: 'Your department head determines these; one ground is enough. Tick what has been determined.',
  bulkQuestion: (number: number) => `The same answer for ${count(number, 'selected dataset')}`,
  bulkHint: 'One answer is set for all of them. Undo takes all of them back at once.',
  previous: 'Previous',
  next: 'Next unanswered',
  goOn: 'Go on to Prioritize',
  allDone: 'Every dataset is identified.',
  left: (undetermined: number, incomplete: number) =>
    [
      undetermined > 0 ? `${count(undetermined, 'dataset')} undetermined` : '',
      incomplete > 0 ? `${incomplete} without a legal basis or a release route` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  guidance: [
    {
      heading: 'Protected does not mean closed',
      paragraphs: [
        'Counts by town or by year can often be public although each record is not. Then choose “Protected, releasable after a transformation” and say how.',
      ],
    },
    {
      heading: 'Not sure?',
      paragraphs: [
        'Leave it undetermined and ask the contact in the inventory. Where the law is unclear, your privacy counsel decides, not this program.',
      ],
    },
    {
      heading: 'Same answer for several?',
      paragraphs: ['Sort by classification, tick the boxes in the table and answer once.'],
    },
  ],
  guidanceSource: 'Open Data Access Plan Guidance, step 3. CGS Sec. 4-67o. Open Data Handbook.',
} as const
