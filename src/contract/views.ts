import type { Dataset, DatasetId } from '../domain/dataset.ts'
import type { Idea, IdeaId, Plan, PlanDetails, Weights } from '../domain/plan.ts'
import type { StepProgress } from '../domain/progress.ts'
import type { WorkbookInspection } from '../domain/table/inventory-table.ts'
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
  /** Counts committed actions; a page that misses one reads the plan again. */
  readonly revision: number
  /** When the last action was committed, an ISO date and time in UTC. */
  readonly savedAt: string
  readonly history: HistoryState
}

/** What an action changed, after it was committed: only what differs. */
export interface PlanChange {
  readonly revision: number
  readonly savedAt: string
  readonly history: HistoryState
  readonly details: PlanDetails | null
  readonly weights: Weights | null
  readonly datasets: readonly Dataset[]
  readonly removedDatasets: readonly DatasetId[]
  readonly ideas: readonly Idea[]
  readonly removedIdeas: readonly IdeaId[]
}

/** One action, as the history shows it. */
export interface HistoryEntry {
  readonly id: number
  /** An ISO date and time in UTC. */
  readonly at: string
  readonly who: string
  readonly what: string
  /** Undone actions can be redone until a new one follows; then they are left behind. */
  readonly state: 'done' | 'undone' | 'left'
  readonly undoable: boolean
  /** How many datasets it touched. */
  readonly datasets: number
  /** The action the plan stands at. */
  readonly isCurrent: boolean
}

export interface HistoryPage {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Whether there are older ones; ask again before the last of these. */
  readonly hasMore: boolean
}

/** The plan as it once was, kept beside it. */
export interface RestorePoint {
  readonly id: string
  /** Made by itself from time to time, before a risky act, or by a person. */
  readonly kind: 'automatic' | 'before' | 'by-hand'
  /** What a person called it, or what it was made before. */
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
  readonly point: RestorePoint
  readonly datasets: Differences
  readonly ideas: Differences
  /** Whether the plan's details or its weights differ. */
  readonly details: boolean
  /** The titles of the first datasets that differ. */
  readonly titles: readonly string[]
}

export interface MadeWorkbook {
  readonly file: FileHandle
  readonly report: PatchReport
}

export interface MadeDocument {
  readonly file: FileHandle
}
