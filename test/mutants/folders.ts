import type { MutatedFolder } from './mutated-folder.ts'

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
      'test/engine/dispatch*.test.ts',
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
    tests: ['test/engine/store/*.test.ts'],
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
    tests: [`test/engine/workbook/${name}/**/*.test.ts`],
    testsApart: false,
    floor: 80,
    changesWhatRunsOnce: false,
  }
}
