import { z } from 'zod'
import {
  commitmentFields,
  identificationFields,
  opennessFields,
  reviewFields,
} from '../domain/fields/dataset-fields.ts'
import { deliveryFields, detailFields } from '../domain/fields/plan-fields.ts'
import { inventoryFields } from '../domain/inventory-field.ts'
import type { WorkbookView } from '../domain/inventory-table.ts'
import { brainstormQuestions, tiers } from '../domain/vocabulary.ts'
import { actionId, choice, day, id, ids, line, nothing, rating, text, weight } from './call-inputs.ts'
import { someOf } from './field-inputs.ts'
import { facts, makeWorkbookInput } from './give-back-inputs.ts'
import type {
  Backup,
  DeliveryQuestions,
  FileHandle,
  HistoryChanges,
  HistoryPage,
  InspectionView,
  MadeDocument,
  MadeWorkbook,
  PlanChange,
  PlanView,
  RestorePreview,
  SomeDatasets,
  StartView,
} from './views.ts'

/** A call: its input's schema, what it does in a sentence, and (as a type only) what it answers. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input
  readonly about: string
  /** Never set: it carries the answer's type. */
  readonly output?: Output
}

function call<Output>() {
  return <Input extends z.ZodType>(about: string, input: Input): Call<Input, Output> => ({ about, input })
}

/** Every call the program answers. A new one is added here first; the compiler then lists what is missing. */
export const calls = {
  'start.read': call<StartView>()('The start screen: your name, recent plans, the version.', nothing),
  'start.set-name': call<StartView>()(
    'Your name, asked once per computer; it stamps every action.',
    z.strictObject({ name: line }),
  ),

  'open.sample': call<FileHandle>()('Hands over the sample inventory as if it had been chosen.', nothing),
  'open.inspect': call<InspectionView>()(
    'Reads a received workbook and finds its table; a choice overrides the guess. Imports nothing.',
    z.strictObject({ fileId: id, choice: choice.nullable() }),
  ),
  'open.view': call<WorkbookView>()(
    'Some rows of a received workbook as they stand there, for when no table is found or a row is looked up.',
    z.strictObject({
      fileId: id,
      sheet: z.string().max(255).nullable(),
      fromRow: z.int().min(1).max(1_048_576),
    }),
  ),
  'open.import': call<PlanView>()(
    'Makes a plan from a received workbook with a confirmed table and mapping, and opens it.',
    z.strictObject({
      fileId: id,
      choice,
      // A column that serves several fields is named once for each of them.
      columns: z
        .array(z.strictObject({ letter: z.string().max(3), field: z.enum(inventoryFields).nullable() }))
        .max(32_768),
      // What words of two meanings mean in this inventory.
      frequencies: z
        .array(z.strictObject({ word: line.min(1), value: line.min(1) }))
        .max(500)
        .readonly()
        .exactOptional(),
    }),
  ),
  'open.plan-file': call<PlanView>()(
    'Takes a received plan file (.odap) in as a plan of this computer and opens it; one that holds a plan this computer has already only when told to.',
    z.strictObject({ fileId: id, evenIfKnown: z.boolean().default(false) }),
  ),

  'plan.open': call<PlanView>()('Opens a plan of this computer.', z.strictObject({ planId: id })),
  'plan.open-to-read': call<PlanView>()(
    'Opens a plan that another program has open for changes; every change is refused.',
    z.strictObject({ planId: id }),
  ),
  'plan.open-copy': call<PlanView>()(
    'Makes a copy of a plan as it stands now, also of one that is open elsewhere, and opens the copy.',
    z.strictObject({ planId: id }),
  ),
  'plan.read': call<PlanView>()(
    'The open plan; whole unless the caller says how many datasets an answer may hold.',
    nothing,
  ),
  'plan.read-datasets': call<SomeDatasets>()('Some datasets of the open plan.', z.strictObject({ ids })),
  'plan.close': call<null>()('Closes the open plan.', nothing),
  'plan.set-details': call<PlanChange>()(
    'Who the plan is for and who stands behind it.',
    z.strictObject({ changes: someOf(detailFields) }),
  ),
  'plan.undo': call<PlanChange>()('Takes the last action back.', nothing),
  'plan.redo': call<PlanChange>()('Does the last undone action again.', nothing),
  'plan.backups': call<readonly Backup[]>()(
    "A plan's backups, the newest first: also where the plan itself cannot be opened.",
    z.strictObject({ planId: id }),
  ),
  'plan.recover': call<PlanView>()(
    'Puts a backup in the place of a plan that cannot be opened, keeps the damaged file aside, and opens it.',
    z.strictObject({ planId: id, backupId: id }),
  ),

  'plan.rescue': call<PlanView>()(
    'Writes the open plan to the disk anew after its file was removed, moved or replaced, and opens that.',
    nothing,
  ),

  'history.read': call<HistoryPage>()(
    'What was done, the newest first: all, or what touched one dataset. A page at a time, before a given action.',
    z.strictObject({ datasetId: id.nullable(), before: actionId.nullable() }),
  ),
  'history.changes': call<HistoryChanges>()(
    'What one action changed, row by row, before and after, in words.',
    z.strictObject({ actionId }),
  ),
  'history.go-back': call<PlanChange>()(
    'Brings the plan to where it stood right after an action. Itself an action that can be undone.',
    z.strictObject({ actionId }),
  ),
  'history.backups': call<readonly Backup[]>()("The open plan's backups, the newest first.", nothing),
  'history.make-backup': call<Backup>()(
    'Keeps the plan as it is now, under a name.',
    z.strictObject({ name: line.min(1) }),
  ),
  'history.preview-restore': call<RestorePreview>()(
    'What restoring a backup would change, without changing it.',
    z.strictObject({ id }),
  ),
  'history.restore': call<PlanChange>()(
    'Brings the plan to what a backup holds. Itself an action that can be undone.',
    z.strictObject({ id }),
  ),

  'review.set': call<PlanChange>()(
    'Where datasets stand today.',
    z.strictObject({ ids, changes: someOf(reviewFields) }),
  ),

  'review.correct-inventory': call<PlanChange>()(
    'What the inventory itself says of a dataset, put right: its own cells change when it is given back.',
    z.strictObject({ id, changes: facts, reason: line.default('') }),
  ),

  'brainstorm.add': call<PlanChange>()(
    'An idea under one of the questions: something new, or a dataset there is.',
    z.strictObject({
      question: z.enum(brainstormQuestions),
      text: text.trim().min(1),
      raisedBy: line,
      datasetId: id.nullable(),
    }),
  ),
  'brainstorm.change': call<PlanChange>()(
    "An idea's words or who raised it.",
    z.strictObject({
      id,
      changes: z.strictObject({ text: text.trim().min(1), raisedBy: line.trim() }).partial(),
    }),
  ),
  'brainstorm.remove': call<PlanChange>()('Takes an idea off the board.', z.strictObject({ id })),
  'brainstorm.make-dataset': call<PlanChange>()(
    'Makes an idea a dataset of the plan.',
    z.strictObject({ id, title: line.trim().min(1), unit: line, description: text }),
  ),

  'identify.set': call<PlanChange>()(
    'What could be made public, and how. The grounds are given whole.',
    z.strictObject({ ids, changes: someOf(identificationFields) }),
  ),
  'identify.set-openness': call<PlanChange>()(
    'Which properties of open data datasets have.',
    z.strictObject({ ids, changes: someOf(opennessFields) }),
  ),

  'prioritize.rate': call<PlanChange>()(
    "One criterion's rating of a dataset, 0 to 3 or null, with its reason.",
    z.strictObject({ id, criterion: id, value: rating, reason: text }),
  ),
  'prioritize.weigh': call<PlanChange>()(
    'How much criteria count, 0 to 3, by their ids; those that are not named stay as they are.',
    z.strictObject({ weights: z.record(id, weight) }),
  ),
  'prioritize.override': call<PlanChange>()(
    "A person's word against the computed tier, with the reason; null takes it back.",
    z.strictObject({
      id,
      override: z.strictObject({ tier: z.enum(tiers), reason: text.trim().min(1) }).nullable(),
    }),
  ),

  'publish.set': call<PlanChange>()(
    'Dates, stewards and upkeep.',
    z.strictObject({ ids, changes: someOf(commitmentFields) }),
  ),

  'deliver.read-questions': call<DeliveryQuestions>()(
    'What has to be asked before the workbook is made: protected sheets, a locked structure, the sheet of changes.',
    nothing,
  ),
  'deliver.set-choices': call<PlanChange>()(
    'The answers, remembered with the plan.',
    z.strictObject({ changes: someOf(deliveryFields) }),
  ),
  'deliver.mark-submitted': call<PlanChange>()(
    'Says that the plan was submitted, on a day and to whom or how, and keeps it as it is now for good.',
    z.strictObject({ on: day, how: line.trim() }),
  ),
  'deliver.make-workbook': call<MadeWorkbook>()(
    "The agency's workbook with the plan's columns, checked, and what differs from the original. What is not said is as the plan remembers it, else what touches least.",
    makeWorkbookInput,
  ),
  'deliver.make-document': call<MadeDocument>()('The Word plan, checked.', nothing),
  'deliver.make-plan-file': call<FileHandle>()('The whole plan as one file (.odap).', nothing),
} as const

export type CallName = keyof typeof calls
export type InputOf<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type ParsedInputOf<Name extends CallName> = z.output<(typeof calls)[Name]['input']>
export type OutputOf<Name extends CallName> =
  NonNullable<(typeof calls)[Name]['output']> extends never
    ? null
    : Exclude<(typeof calls)[Name]['output'], undefined>

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}
