import { count, figure } from './counted.ts'

export const review = {
  title: 'Where does each dataset stand today?',
  subtitle: (done: number, total: number) =>
    done === total
      ? `All ${count(total, 'dataset')} answered`
      : `${figure(done)} of ${count(total, 'dataset')} answered · ${figure(total - done)} left`,
  table: 'Datasets and their availability',
  card: 'The chosen dataset',
  columns: { dataset: 'Dataset', unit: 'Unit', availability: 'Availability' },
  question: 'Can people get this data today?',
  hints: {
    'on-portal': 'data.ct.gov or geodata.ct.gov',
    'public-data': 'a spreadsheet or an interface on our site',
    'public-report': 'in a report, dashboard or PDF',
    'not-public': '',
    'not-yet-determined': 'come back to it',
    'cannot-determine': 'nobody can say; add a note',
  },
  publishedAt: 'Where it is published',
  publishedAtHint: 'Web address, or the name of the report',
  publishedFormat: 'In which format',
  publishedFormatHint: 'For example CSV, Excel, PDF, dashboard',
  note: 'Note',
  noteHint: 'For your team; it is not part of the Word plan',
  bulkQuestion: (number: number) => `The same answer for ${count(number, 'selected dataset')}`,
  bulkHint: 'One answer is set for all of them. Undo takes all of them back at once.',
  previous: 'Previous',
  next: 'Next unanswered',
  goOn: 'Go on to Brainstorm',
  skip: 'Skip for now',
  allDone: 'Every dataset has an answer.',
  keys: (answers: number) =>
    `Keys 1 to ${answers} answer; Enter in the table goes to the next unanswered dataset.`,
  guidance: [
    {
      heading: 'What counts as public?',
      paragraphs: [
        'Anything a resident can get today without asking: the portal, a page on your site, an annual report, a dashboard.',
        'If the numbers are only in a PDF or a chart, choose “Public, but not machine-readable”. Those are often the quickest wins.',
      ],
    },
    {
      heading: 'And what is not public yet?',
      paragraphs: [
        'Say so without worrying about the reason. Whether the law protects it is asked in step 3.',
      ],
    },
    {
      heading: 'Same answer for several?',
      paragraphs: ['Tick their boxes in the table and answer once.'],
    },
  ],
  guidanceSource: 'Open Data Access Plan Guidance, step 1. Open Data Handbook, “Identify data to publish”.',
} as const
