import type { Database } from 'better-sqlite3'
import { createPlanTables } from './0001-plan.ts'
import { addWhereActionsStarted } from './0002-where-actions-started.ts'
import { addFieldsOfColumns } from './0003-fields-of-columns.ts'
import { addWhatIsAskedForDelivery } from './0004-delivery.ts'
import { addWhereActionsWentBackTo } from './0005-where-actions-went-back-to.ts'
import { addSubmission } from './0006-submission.ts'

/** In order; the place in the list is the schema's version. */
export const migrations: readonly ((db: Database) => void)[] = [
  createPlanTables,
  addWhereActionsStarted,
  addFieldsOfColumns,
  addWhatIsAskedForDelivery,
  addWhereActionsWentBackTo,
  addSubmission,
]
