import { count, figure } from './counted.ts'

export const publish = {
  title: 'When will it be published, and who looks after it?',
  subtitle: (done: number, total: number) => {
    if (total === 0) return 'Nothing to settle here yet'
    return done === total
      ? `All ${count(total, 'dataset')} settled`
      : `${figure(done)} of ${count(total, 'dataset')} settled · ${figure(total - done)} left`
  },
  tabs: 'Planned or already published',
  planned: (number: number) => `Planned (${figure(number)})`,
  published: (number: number) => `Already published (${figure(number)})`,
  plannedTable: 'Planned datasets, in the plan’s order',
  publishedTable: 'Datasets already published',
  card: 'The chosen dataset',
  open: 'Not settled',
  columns: {
    order: '#',
    dataset: 'Dataset',
    commitment: 'By',
    upkeep: 'Upkeep',
  },
  notGiven: 'Not yet given',
  missing: (words: readonly string[]) =>
    words.length === 1 ? `No ${words.join()}` : `${words.length} missing`,
  retireWithoutGround: 'Retire: no ground',
  place: (place: number, planned: number) =>
    `number ${figure(place)} of ${figure(planned)} in the plan’s order`,
  commitmentHeading: 'The agency’s commitment',
  commitmentHint: 'A date, a frequency and a steward settle it. The rest helps whoever does it.',
  targetDate: 'Target date',
  inThePast: (date: string) => `${date}. This day is past.`,
  updateFrequency: 'Update frequency',
  updateFrequencyHint: 'Choose one, or write your own',
  inventorySays: (words: string) => `The inventory says “${words}”`,
  takeForAll: (value: string, number: number) => `Use “${value}” for all ${figure(number)}`,
  meaning: (use: string, interval: string) => `${use}, if it means ${interval}`,
  intervals: {
    continuous: 'all the time',
    hour: 'every hour',
    day: 'every day',
    weekday: 'every weekday',
    'half-week': 'twice a week',
    week: 'every week',
    'two-weeks': 'every two weeks',
    'half-month': 'twice a month',
    month: 'every month',
    'two-months': 'every two months',
    quarter: 'every quarter',
    'four-months': 'every four months',
    'half-year': 'twice a year',
    year: 'every year',
    'two-years': 'every two years',
    'five-years': 'every five years',
    decade: 'every ten years',
    'as-needed': 'whenever needed',
    never: 'never',
    other: 'something else',
  },
  steward: 'Steward',
  stewardHint: 'Answers for what the data mean',
  custodian: 'Custodian',
  custodianHint: 'Runs the system they come from',
  method: 'How it gets there',
  methodHint: 'For example a yearly upload, or a nightly export from the system',
  automation: 'Automation',
  different: 'Different answers',
  automate:
    'Updated more often than every quarter, but by hand: the handbook advises automating such updates. A scheduled export is often enough.',
  bulkHeading: (number: number) => `The same for ${count(number, 'selected dataset')}`,
  bulkHint:
    'What you fill in is set for all of them; what you leave stays as it is. Undo takes all of them back at once.',
  upkeepQuestion: 'What happens to it now?',
  bulkUpkeepQuestion: (number: number) => `What happens to the ${count(number, 'selected dataset')}?`,
  upkeepHints: {
    keep: 'it is right and current; nothing to do',
    update: 'newer data, better metadata, or both',
    retire: 'take it down, on one of the handbook’s grounds',
    'not-yet-determined': 'come back to it',
  },
  retirementGround: 'Ground for retiring it',
  retirementGroundHint: 'One is enough. Ask the State Library first whether the data must be archived.',
  chooseGround: 'Choose a ground',
  groundNeeded: 'Retiring needs a ground; without one this stays unsettled.',
  upkeepNote: 'Note',
  upkeepNoteHint: 'What is to be done, or why',
  whereNow: 'Published now',
  whereUnknown: 'where is not recorded',
  keeping: 'How it is kept current',
  previous: 'Previous',
  next: 'Next unsettled',
  toPublished: 'Go to the published ones',
  toPlanned: 'Go to the planned ones',
  goOn: 'Go on to Deliver',
  plannedNote: 'Enter in the table goes to the next unsettled dataset. Tick several to fill them in at once.',
  publishedNote: (answers: number) =>
    `Keys 1 to ${answers} answer; Enter in the table goes to the next unsettled dataset.`,
  allDone: 'Everything here is settled.',
  emptyPlanned: {
    heading: 'No dataset is planned yet',
    review: 'Begin with Review: say where each dataset stands today.',
    identify:
      'Datasets come here when they could be made public and have a place in the order. Begin with Identify: say which may be public.',
    prioritize:
      'Some datasets could be made public, but none has a place in the order yet. Rate them, and those for now, next and later come here.',
    notPlanned:
      'Every dataset that could be made public is marked as not planned. Prioritize is where that can change.',
  },
  emptyPublished: {
    heading: 'No dataset is published as data yet',
    words:
      'Datasets come here when Review says they are on the portal, or public and machine-readable elsewhere.',
  },
  goTo: (step: string) => `Go to ${step}`,
  guidance: [
    {
      heading: 'A date people can rely on',
      paragraphs: [
        'Spread the dates: one for everything tells nobody what comes first. A date may change later; the next plan says so.',
      ],
    },
    {
      heading: 'Steward and custodian',
      paragraphs: [
        'The steward knows what the data mean and answers questions. The custodian runs the system they are kept in. One person may be both.',
      ],
    },
    {
      heading: 'Already published',
      paragraphs: [
        'Look at each once a year: keep it, update it, or retire it. Joining the years of a series is better than retiring the old ones.',
      ],
    },
  ],
  guidanceSource: 'Open Data Access Plan Guidance, step 5. Open Data Handbook, publishing and retiring data.',
} as const
