import { brainstormLabels } from '../labels.ts'
import { brainstormQuestions } from '../vocabulary.ts'
import { date, longText, oneOf, shortText } from './field.ts'

/** Who the plan is for and who stands behind it. */
export const detailFields = {
  agencyName: shortText('Agency', { counts: true }),
  planTitle: shortText('Title of the plan', { counts: true }),
  /** For example `2027`, or `July 2026 to June 2027`. */
  period: shortText('Period', { counts: true }),
  officerName: shortText('Officer’s name', { counts: true }),
  officerTitle: shortText('Officer’s job title', { counts: true }),
  officerEmail: shortText('Officer’s e-mail', { counts: true }),
  headName: shortText('Head’s name', { counts: true }),
  headTitle: shortText('Head’s job title', { counts: true }),
  /** When the list was reviewed with the Open Data Coordinator. */
  reviewedOn: date('Reviewed together on', { counts: true }),
} as const

/** What the officer answered to the questions of Deliver; null while nobody was asked. */
export const deliveryFields = {
  /** Whether the workbook gets a sheet that tells of every changed cell. */
  changesSheet: oneOf('Sheet “Plan changes”', {
    choices: ['add', 'leave-out'],
    labels: { add: 'Add it', 'leave-out': 'Leave it out' },
    empty: null,
  }),
  /** Whether the workbook also gets the columns that explain the answers, in a group that is folded away. */
  columns: oneOf('Columns of the plan', {
    choices: ['everything', 'main'],
    labels: { everything: 'Everything that was decided', main: 'The main columns only' },
    empty: null,
  }),
  /** Of a protected sheet's locked cells: write them and leave the protection on, or keep off them. */
  protectedCells: oneOf('Protected cells', {
    choices: ['write', 'keep-off'],
    labels: { write: 'Write, and leave the protection on', 'keep-off': 'Use the sheet “Plan additions”' },
    empty: null,
  }),
  /** Of a workbook whose structure is locked: whether it may get a sheet. */
  lockedStructure: oneOf('A further sheet where sheets are locked', {
    choices: ['add', 'keep-off'],
    labels: { add: 'Add it', 'keep-off': 'Add none' },
    empty: null,
  }),
} as const

/** What is said of the plan's last submission. */
export const submissionFields = {
  on: date('Submitted on'),
  /** To whom or how, in the words of whoever submitted it. */
  how: shortText('Submitted to whom or how'),
} as const

/** Every field of the plan itself, by the part it stands in. */
export const planFields = {
  details: detailFields,
  delivery: deliveryFields,
  submission: submissionFields,
} as const

export type PlanPart = keyof typeof planFields

/** An idea on the brainstorm board (step 2). */
export const ideaFields = {
  question: oneOf('Question', {
    choices: brainstormQuestions,
    labels: brainstormLabels,
    empty: null,
  }),
  text: longText('Idea'),
  raisedBy: shortText('Raised by'),
} as const
