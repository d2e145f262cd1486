/** Each rule says what a folder may reach; anything else is an error. The house is drawn in docs/architecture.md. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})
const node = '^(node:)?[a-z_/]+$'
const packages = '^node_modules/'

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      '^src/domain/',
      ['^src/domain/'],
      'The domain knows no library, no Node and no screen.',
    ),
    only(
      'contract-is-thin',
      '^src/contract/',
      ['^src/(contract|domain)/', '^node_modules/zod/'],
      'The boundary is schemas and types.',
    ),
    only(
      'engine-calls-use-the-rooms',
      '^src/engine/',
      ['^src/(engine|contract|domain)/', packages, node],
      'The engine runs behind any host and knows none.',
    ),
    only(
      'store-keeps-to-sqlite',
      '^src/engine/store/',
      ['^src/engine/store/', '^src/domain/', '^node_modules/better-sqlite3/', '^node_modules/@types/', node],
      'The store knows SQLite and the domain.',
    ),
    only(
      'workbook-needs-only-node',
      '^src/engine/workbook/',
      ['^src/engine/workbook/', '^src/domain/', node],
      'The reader and the patcher are our own, on Node alone.',
    ),
    only(
      'documents-keep-to-their-libraries',
      '^src/engine/documents/',
      ['^src/engine/documents/', '^src/domain/', '^node_modules/(docx|exceljs)/', node],
      'Word and the other deliverables; what they say is decided in the domain.',
    ),
    only(
      'files-know-no-plan',
      '^src/engine/files/',
      ['^src/engine/files/', '^src/(contract|domain)/', packages, node],
      'Taking files in and writing them out, whatever they hold.',
    ),
    only(
      'computer-knows-no-plan',
      '^src/engine/computer/',
      ['^src/engine/(computer|files)/', '^src/(contract|domain)/', packages, node],
      'What is kept on this computer beside the plans.',
    ),
    only(
      'plans-know-no-call',
      '^src/engine/plans/',
      [
        '^src/engine/(plans|files|computer|store|workbook)/',
        '^src/engine/context\\.ts$',
        '^src/(contract|domain)/',
        packages,
        node,
      ],
      'Opening, keeping and bringing back plans, whoever asks for it.',
    ),
    only(
      'host-carries',
      '^src/(main|preload|web)/',
      [
        '^src/($1|hosts)/',
        '^src/(contract|domain)/',
        '^src/engine/(index|computer/(data-folder|log-file))\\.ts$',
        packages,
        node,
      ],
      'A host adds transport and trust, nothing else: it enters the engine by its front door.',
    ),
    only(
      'odap-has-no-screen',
      '^src/cli/',
      [
        '^src/(cli|contract|domain)/',
        '^src/engine/(index|computer/data-folder|plans/replaceable-plan)\\.ts$',
        '^src/engine/(files|workbook)/',
        packages,
        node,
      ],
      'Beside the front door it works on files without any plan.',
    ),
    {
      name: 'window-stays-light',
      comment: 'Nothing in the window’s own process loads the engine: only the engine’s process does.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/engine-process\\.ts$' },
      to: { path: '^src/engine/index\\.ts$' },
    },
    only(
      'hosts-share-little',
      '^src/hosts/',
      ['^src/(hosts|contract|domain)/', node],
      'What both hosts do alike, which is to serve the page.',
    ),
    only(
      'page-sees-contract',
      '^src/renderer/',
      ['^src/(renderer|contract|domain)/', packages, '\\.css$'],
      'The page reaches the program through the contract only.',
    ),
    only(
      'bridge-only-carries',
      '^src/renderer/bridge/',
      ['^src/renderer/bridge/', '^src/(contract|domain)/'],
      'The way to the program and back; it knows no screen.',
    ),
    only(
      'plan-knows-no-screen',
      '^src/renderer/plan/',
      ['^src/renderer/(plan|bridge)/', '^src/(contract|domain)/', packages],
      'The plan as the page has it, whatever shows it.',
    ),
    only(
      'words-know-no-screen',
      '^src/renderer/text/',
      ['^src/renderer/text/', '^src/(contract|domain)/'],
      'What the page says.',
    ),
    {
      name: 'pieces-know-no-step',
      comment: 'What every step is made of.',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/(steps|frame|history|app\\.tsx)' },
    },
    {
      name: 'page-has-no-node',
      comment: 'The page runs in a sandbox.',
      severity: 'error',
      from: { path: '^src/(renderer|contract|domain)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'steps-do-not-import-steps',
      comment: 'What two steps share belongs in src/renderer/ui.',
      severity: 'error',
      from: { path: '^src/renderer/steps/([^/]+)/' },
      to: { path: '^src/renderer/steps/', pathNot: '^src/renderer/steps/$1/' },
    },
    {
      name: 'electron-only-in-its-host',
      comment: 'Everything but src/main and src/preload must run without Electron.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'Every import names something that is there; Electron brings electron/main itself.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron/main$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.cts', '.js', '.mjs', '.cjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
