import type { MutatedFolder } from './mutated-folder.ts'

/** What reads many files, takes long, or stands in for the threads of the process that all tests share here. */
const leftOutOfReading =
  'real-workbooks,workbooks-folder,openpyxl,attacks,properties,worker-client,worker-limits'
const quickReading = ['workbook/reading/*', `!workbook/reading/{${leftOutOfReading}}`] as const

const leftOutOfPatching =
  'check/compare-sheets-at-random,dialects,patch-properties,patch-real-files,preserved-files,preserved-in-other-readers'
const patching = ['workbook/patching/**/*', `!workbook/patching/{${leftOutOfPatching}}`] as const

/** Every folder that is mutated, the quick ones first. */
export const mutatedFolders: readonly MutatedFolder[] = [
  {
    name: 'gates',
    mutate: [
      'src/engine/dispatch.ts',
      'src/web/gate.ts',
      'src/web/server.ts',
      'src/hosts/page-files.ts',
      'src/main/ipc.ts',
      'src/main/window.ts',
      'src/main/app-protocol.ts',
      'src/main/given-files.ts',
      'src/main/stay-offline.ts',
      'src/main/engine-client.ts',
      'src/contract/page.ts',
      'src/contract/host.ts',
      'src/contract/requests.ts',
    ],
    leftOut: [],
    tests: [
      'test/engine/one-door.test.ts',
      'test/web/*.test.ts',
      '!test/web/serve.test.ts',
      'test/main/*.test.ts',
      '!test/main/engine-process.test.ts',
      'test/contract/*.test.ts',
    ],
    testsApart: true,
    floor: 90,
    changesWhatRunsOnce: true,
  },
  storeFolder(
    'rows',
    '{chosen-ids,criterion-rows,dataset-rows,edit-rows,field-columns,import-decisions,import-inventory,plan-rows,prepared}',
    '{criterion-rows,edit-rows,import-inventory,plan-files,open-plan-file}',
  ),
  // The long sequences of history.test.ts take seconds each time, for what these notice as well.
  storeFolder(
    'history',
    '{action-words,go-back,history,journal-triggers,read-history,restore-rows}',
    '{actions,going-back,changes-in-plans}',
  ),
  storeFolder('changes', '{changed-columns,changed-since-import}', 'changes-in-plans'),
  {
    ...storeFolder(
      'files',
      '{database-file,file-identity,open-database,open-plan-file,plan-lock,soundness,migrations/index}',
      '{open-plan-file,open-database,old-sqlite,locked-plan,let-go,foreign-plan,plan-files,soundness}',
    ),
    testsApart: true,
    leftOut: [
      {
        file: 'src/engine/store/migrations/000*.ts',
        reason: 'a released migration is never edited, so no later change can break one',
      },
      {
        file: 'src/engine/store/soundness-worker.ts',
        reason: 'runs in a thread only; test/engine/plans/background-check.test.ts starts it',
      },
    ],
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
  workbookFolder('ooxml/zip', ['ooxml/zip/*'], true),
  workbookFolder('ooxml/xml', ['ooxml/xml/*'], true),
  workbookFolder('ooxml/parts', ['ooxml/parts/*', 'documents/docx-check', 'workbook/package/*'], true),
  workbookFolder('encoding', ['encoding/*', 'ooxml/xml/*'], true),
  workbookFolder('workbook/cells', ['workbook/cells/*'], true),
  workbookFolder(
    'workbook/package',
    [
      'workbook/package/*',
      ...quickReading,
      'workbook/patching/{check/compare-workbooks,sheet/patch-columns,sheet/patch-rows}',
    ],
    false,
  ),
  {
    ...workbookFolder('workbook/reading', [...quickReading, 'workbook/package/*'], false),
    leftOut: ['worker-client', 'workbook-worker'].map((name) => ({
      file: `src/engine/workbook/reading/${name}.ts`,
      reason:
        'runs in a thread or starts one; worker-client.test.ts and worker-limits.test.ts do it with real ones',
    })),
  },
  workbookFolder('workbook/patching/check', ['workbook/patching/check/*'], false),
  workbookFolder('workbook/patching/csv', patching, false),
  workbookFolder('workbook/patching/cells', patching, false),
  workbookFolder('workbook/patching/package', patching, false),
  workbookFolder('workbook/patching/sheet', patching, false),
  {
    ...workbookFolder('workbook/patching', patching, false),
    mutate: ['src/engine/workbook/patching/*.ts'],
  },
]

function storeFolder(name: string, files: string, tests: string): MutatedFolder {
  return {
    name: `store/${name}`,
    mutate: [`src/engine/store/${files}.ts`],
    leftOut: [],
    tests: [`test/engine/store/${tests}.test.ts`],
    testsApart: false,
    floor: 90,
    changesWhatRunsOnce: true,
  }
}

/** The reader, the patcher and what they stand on. */
function workbookFolder(name: string, tests: readonly string[], changesWhatRunsOnce: boolean): MutatedFolder {
  return {
    name,
    mutate: [`src/engine/${name}/**/*.ts`],
    leftOut: [],
    tests: tests.map((files) => files.replace(/^!?/, '$&test/engine/').concat('.test.ts')),
    testsApart: false,
    floor: 80,
    changesWhatRunsOnce,
  }
}
