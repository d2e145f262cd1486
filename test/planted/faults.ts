import { durabilityFaults } from './durability.ts'
import { limitFaults } from './limits.ts'
import { loopbackHostFaults } from './loopback-host.ts'
import type { PlantedFault } from './planted-fault.ts'
import { ruleFaults } from './rules.ts'

/** Every fault by the kind of promise it breaks: the names that `npm run verify -- planted` takes. */
export const faultsByKind: Readonly<Record<string, readonly PlantedFault[]>> = {
  'loopback-host': loopbackHostFaults,
  durability: durabilityFaults,
  limits: limitFaults,
  rules: ruleFaults,
}
