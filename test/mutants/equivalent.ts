import { equivalentInDomain } from './equivalent-domain.ts'
import { equivalentInStore } from './equivalent-store.ts'
import { equivalentInTable } from './equivalent-table.ts'
import type { EquivalentChange } from './mutated-folder.ts'

/** Reviewed one by one. A change that is no longer to be found, or that a test notices after all, fails the run. */
export const equivalentChanges: readonly EquivalentChange[] = [
  ...equivalentInDomain,
  ...equivalentInTable,
  ...equivalentInStore,
]
