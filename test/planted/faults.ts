import { cameBackFaults } from './came-back.ts'
import { dataFolderFaults } from './data-folder.ts'
import { devPageFaults } from './dev-page.ts'
import { durabilityFaults } from './durability.ts'
import { electronFaults } from './electron.ts'
import { electronProgramFaults } from './electron-program.ts'
import { limitFaults } from './limits.ts'
import { loopbackHostFaults } from './loopback-host.ts'
import { loopbackPageFaults } from './loopback-page.ts'
import { nothingLeavesFaults } from './nothing-leaves.ts'
import { odapFaults } from './odap.ts'
import { pageAnswerFaults } from './page-answers.ts'
import { pageCallFaults } from './page-calls.ts'
import { pageStepFaults } from './page-steps.ts'
import { pageTableFaults } from './page-table.ts'
import { pageTypingFaults } from './page-typing.ts'
import type { PlantedFault } from './planted-fault.ts'
import { ruleFaults } from './rules.ts'
import { threadFaults } from './threads.ts'

/** Every fault by the kind of promise it breaks: the names that `npm run verify -- planted` takes. */
export const faultsByKind: Readonly<Record<string, readonly PlantedFault[]>> = {
  'nothing-leaves': nothingLeavesFaults,
  'loopback-host': [...loopbackHostFaults, ...loopbackPageFaults, ...devPageFaults],
  odap: odapFaults,
  electron: [...electronFaults, ...electronProgramFaults],
  durability: [...durabilityFaults, ...dataFolderFaults],
  limits: limitFaults,
  threads: threadFaults,
  rules: ruleFaults,
  'came-back': cameBackFaults,
  table: pageTableFaults,
  page: [...pageAnswerFaults, ...pageCallFaults, ...pageTypingFaults, ...pageStepFaults],
}
