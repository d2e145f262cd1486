import type { MutatedFolder } from './mutated-folder.ts'

/** Whatever is below in the workbook code is reached by reading and patching too. These take seconds, all together. */
const quickWorkbookTests = [
  'test/engine/workbook/{zip,xml,encoding,cells,package}/**/*.test.ts',
  'test/engine/workbook/reading/!(real-workbooks|workbooks-folder|openpyxl|attacks|properties|worker-client).test.ts',
  'test/engine/workbook/patching/!(dialects|patch-properties|preserved-in-other-readers).test.ts',
]

/** Every folder that is mutated, the quick ones first. */
export const mutatedFolders: readonly MutatedFolder[] = [
  {
    name: 'gates',
    mutate: [
      'src/engine/dispatch.ts',
      'src/web/gate.ts',
      'src/web/server.ts',
      'src/web/page-files.ts',
      'src/main/ipc.ts',
      'src/main/window.ts',
      'src/main/app-protocol.ts',
      'src/main/given-files.ts',
      'src/contract/page.ts',
      'src/contract/host.ts',
    ],
    leftOut: [],
    tests: [
      'test/engine/one-door.test.ts',
      'test/web/!(serve).test.ts',
      'test/main/*.test.ts',
      'test/contract/*.test.ts',
    ],
    testsApart: true,
    floor: 90,
    changesWhatRunsOnce: true,
  },
  {
    name: 'store',
    mutate: ['src/engine/store/**/*.ts'],
    leftOut: [
      {
        file: 'src/engine/store/migrations/000*.ts',
        reason: 'a released migration is never edited, so no later change can break one',
      },
      {
        file: 'src/engine/store/soundness-worker.ts',
        reason: 'runs in a thread only; test/engine/background-check.test.ts starts it',
      },
    ],
    tests: ['test/engine/store/!(plan-lock|power-cut).test.ts'],
    testsApart: false,
    floor: 90,
    changesWhatRunsOnce: true,
  },
  {
    name: 'domain',
    mutate: ['src/domain/**/*.ts'],
    leftOut: [
      {
        file: 'src/domain/labels.ts',
        reason: 'a table of words: a test could only repeat it',
      },
    ],
    tests: ['test/domain/**/*.test.ts'],
    testsApart: false,
    floor: 90,
    changesWhatRunsOnce: false,
  },
  workbookFolder('zip'),
  workbookFolder('xml'),
  workbookFolder('encoding'),
  workbookFolder('cells'),
  workbookFolder('package'),
  workbookFolder('reading'),
  workbookFolder('patching'),
]

function workbookFolder(name: string): MutatedFolder {
  return {
    name: `workbook/${name}`,
    mutate: [`src/engine/workbook/${name}/**/*.ts`],
    leftOut: [],
    tests: quickWorkbookTests,
    testsApart: false,
    floor: 80,
    changesWhatRunsOnce: false,
  }
}
