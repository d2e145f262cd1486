import type { PlantedFault } from './planted-fault.ts'

export const loopbackHostFaults: readonly PlantedFault[] = [
  {
    promise: 'A call needs the token of this run',
    fault: 'any token will do',
    file: 'src/web/gate.ts',
    find: 'return a.length === b.length && timingSafeEqual(a, b)',
    plant: 'return a.length === b.length',
    noticedBy: {
      file: 'test/web/gate.test.ts',
      test: 'neither a prefix of the token nor a longer one will do',
    },
  },
]
