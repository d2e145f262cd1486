import type { PlantedFault } from './planted-fault.ts'

/** The development server, through which nobody else gets to the program. */
export const devPageFaults: readonly PlantedFault[] = [
  {
    promise: 'The development server answers to its own name alone',
    fault: 'another name for this computer brings the page',
    file: 'scripts/dev-page.mjs',
    find: 'if (!isForUs(asked, self) || address === null)',
    plant: 'if (address === null)',
    noticedBy: { file: 'test/dev-page.test.ts', test: 'under another name it has no /main.tsx' },
  },
  {
    promise: 'The development server is reached from this computer alone',
    fault: 'it listens on every interface',
    file: 'scripts/dev-page.mjs',
    find: "server.listen(0, '127.0.0.1', resolve)",
    plant: 'server.listen(0, resolve)',
    noticedBy: { file: 'test/dev-page.test.ts', test: 'nobody but this computer' },
  },
  {
    promise: 'The page has the program’s policy while it is worked on',
    fault: 'scripts in its text run',
    file: 'scripts/dev-page.mjs',
    find: "`script-src 'self' 'nonce-${nonce}'`",
    plant: "`script-src 'self' 'unsafe-inline' 'nonce-${nonce}'`",
    noticedBy: { file: 'test/dev-page.test.ts', test: 'keeps the policy of the program' },
  },
  {
    promise: 'The window that is worked on reaches the development server alone',
    fault: 'any socket is let through',
    file: 'scripts/dev-electron.cjs',
    find: "if (scheme === 'ws:' && host === page.host) answer",
    plant: "if (scheme === 'ws:') answer",
    noticedBy: {
      file: 'test/dev-electron.test.ts',
      test: 'reaches the development server’s socket, and nothing else',
    },
  },
  {
    promise: 'The window that is worked on looks no name up',
    fault: 'the rules against it are lost',
    file: 'scripts/dev-electron.cjs',
    find: '`${value}, EXCLUDE ${page.hostname}`',
    plant: "''",
    noticedBy: { file: 'test/dev-electron.test.ts', test: 'looks up no name' },
  },
  {
    promise: 'The page has the program’s policy while it is worked on',
    fault: 'it comes without the headers',
    file: 'scripts/dev-page.mjs',
    find: "      ...pageHeaders,\n      'content-type': 'text/html",
    plant: "      'content-type': 'text/html",
    noticedBy: { file: 'test/dev-page.test.ts', test: 'keeps the policy of the program' },
  },
  {
    promise: 'What is half written does not reach the plans that somebody needs',
    fault: 'it works on them',
    file: 'scripts/dev.mjs',
    find: " || join(root, '.tools', 'dev-plans')",
    plant: '',
    noticedBy: {
      file: 'test/e2e/dev.e2e.ts',
      test: 'are not among those that somebody needs',
      host: 'browser',
    },
  },
  {
    promise: 'While it is worked on, a call waits for the program',
    fault: 'what waits already is forgotten when the program is started',
    file: 'scripts/dev-page.mjs',
    find: 'if (isThere) host = waiting()',
    plant: 'host = waiting()',
    noticedBy: { file: 'test/dev-page.test.ts', test: 'a call that comes before the program waits for it' },
  },
]
