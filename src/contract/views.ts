import type { Criterion } from '../domain/criteria.ts'
import type { Dataset, DatasetId } from '../domain/dataset.ts'
import type { WorkbookInspection } from '../domain/inventory-table.ts'
import type {
  DeliveryChoices,
  Idea,
  IdeaId,
  Plan,
  PlanDetails,
  PlanHolder,
  Submission,
} from '../domain/plan.ts'
import type { StepProgress } from '../domain/progress.ts'
import type { Step } from '../domain/vocabulary.ts'
import type { PatchReport } from '../domain/write-back/workbook-changes.ts'

/** A file the engine holds in the data folder: received from the host, or made for it. */
export interface FileHandle {
  readonly fileId: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

export interface InspectionView extends WorkbookInspection {
  /** The reference data's words for how often, in its order. */
  readonly frequencyVocabulary: readonly string[]
}

export interface RecentPlan {
  readonly planId: string
  readonly title: string
  readonly agencyName: string
  readonly isSample: boolean
  /** Made from a plan that was open elsewhere. */
  readonly isCopy: boolean
  readonly datasets: number
  /** When it was last changed, an ISO date and time in UTC. */
  readonly changedAt: string
  /** All five steps together. */
  readonly progress: StepProgress
  /** The first step that is not done; null when they all are. */
  readonly nextStep: Step | null
  /** Why it cannot be read; opening it says more. */
  readonly problem: PlanProblem | null
}

/** What may be wrong with a plan's file. */
export type PlanProblem =
  | 'plan-not-found'
  | 'not-a-plan-file'
  | 'plan-newer'
  | 'plan-unreleased'
  | 'plan-damaged'
  | 'plan-open-elsewhere'

export interface StartView {
  /** '' until it was given; it stamps every action. */
  readonly yourName: string
  readonly recentPlans: readonly RecentPlan[]
  readonly version: string
}

/** What undo and redo would do, in words; null where there is nothing. */
export interface HistoryState {
  readonly undo: string | null
  readonly redo: string | null
}

export interface PlanView {
  readonly plan: Plan
  /** The plan's further datasets in their order, where the answer may not hold all of them. */
  readonly moreDatasets: readonly DatasetId[]
  /** Counts every change: actions, undoing, redoing; a page that misses one reads the plan again. */
  readonly revision: number
  /** When the last action was committed, an ISO date and time in UTC. */
  readonly savedAt: string
  readonly history: HistoryState
  /** null while the plan was not submitted. */
  readonly submission: Submission | null
  /** Set where the plan was opened to read: every change is refused. */
  readonly readOnly: ReadOnly | null
  /** Whether damage was found in its file since it was opened. */
  readonly isDamaged: boolean
}

/** Why a plan can only be read. */
export interface ReadOnly {
  /** Who has it open for changes, as far as that is known. */
  readonly holder: PlanHolder | null
}

/** What an action changed, after it was committed: only what differs, but for the first four, which are as they are now. */
export interface PlanChange {
  readonly revision: number
  readonly savedAt: string
  readonly history: HistoryState
  readonly submission: Submission | null
  readonly details: PlanDetails | null
  readonly criteria: readonly Criterion[] | null
  readonly delivery: DeliveryChoices | null
  readonly datasets: readonly Dataset[]
  /** Further datasets that changed, where the answer may not hold all of them. */
  readonly moreDatasets: readonly DatasetId[]
  readonly removedDatasets: readonly DatasetId[]
  readonly ideas: readonly Idea[]
  readonly removedIdeas: readonly IdeaId[]
}

/** Some datasets of the open plan as they stand at a revision. */
export interface SomeDatasets {
  readonly revision: number
  /** In the plan's order; those that are gone are left out. */
  readonly datasets: readonly Dataset[]
}

/** One action, as the history shows it. */
export interface HistoryEntry {
  readonly id: number
  /** An ISO date and time in UTC. */
  readonly at: string
  readonly who: string
  readonly what: string
  /** Why, in the words of whoever did it; '' where nothing was said. */
  readonly reason: string
  /** Undone actions can be redone until a new one follows; then they are left behind. */
  readonly state: 'done' | 'undone' | 'left'
  readonly undoable: boolean
  /** How many datasets it touched. */
  readonly datasets: number
  /** The action the plan stands at. */
  readonly isCurrent: boolean
  /** Whether the plan holds what it did: neither undone nor taken back by going back to before it. */
  readonly stands: boolean
}

export interface HistoryPage {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Whether there are older ones; ask again before the last of these. */
  readonly hasMore: boolean
}

/** What an action did to one row of the plan, in words. */
export interface ChangedThing {
  readonly kind: 'dataset' | 'idea' | 'plan'
  /** The dataset's title or the idea's words; '' for the plan itself. */
  readonly name: string
  readonly change: 'added' | 'changed' | 'removed'
  /** Of what was added or removed only what is not empty; before is then '' or after is. */
  readonly fields: readonly ChangedField[]
}

/** A field in words; '' where it was or is empty. */
export interface ChangedField {
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface HistoryChanges {
  /** The first of them, in the order they were made. */
  readonly things: readonly ChangedThing[]
  /** How many there are in all. */
  readonly total: number
}

/** The plan as it once was, kept beside it. */
export interface Backup {
  readonly id: string
  /** Made by itself from time to time, before a risky act, by a person, or of what was submitted. */
  readonly kind: 'automatic' | 'before' | 'by-hand' | 'submitted'
  /** What a person called it, what it was made before, or when it was submitted. */
  readonly name: string
  /** An ISO date and time in UTC. */
  readonly at: string
  /** Bytes, the workbook's not counted: it is kept once for all of them. */
  readonly size: number
}

/** How many rows a restoring would bring back, change, and take away. */
export interface Differences {
  readonly broughtBack: number
  readonly changed: number
  readonly takenAway: number
}

export interface RestorePreview {
  readonly backup: Backup
  readonly datasets: Differences
  readonly ideas: Differences
  /** Whether the plan's details or its weights differ. */
  readonly details: boolean
  /** The titles of the first datasets that differ. */
  readonly titles: readonly string[]
}

/** What Deliver has to ask before it makes the workbook. */
export interface DeliveryQuestions {
  /** Whether this kind of file can have a sheet of changes, and whether it has one from an earlier time. */
  readonly changesSheet: 'none' | 'there' | 'not-in-this-format'
  /** Sheets of the inventory whose protection keeps something of the plan out of its place. */
  readonly protectedSheets: readonly string[]
  /** Whether the workbook's locked structure keeps out a sheet that the plan needs or the officer wants. */
  readonly structureLocked: boolean
}

export interface MadeWorkbook {
  readonly file: FileHandle
  readonly report: PatchReport
}

export interface MadeDocument {
  readonly file: FileHandle
}
