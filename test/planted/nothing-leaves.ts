import type { PlantedFault } from './planted-fault.ts'

const offline = 'src/main/stay-offline.ts'
const wholeJob = {
  file: 'test/e2e/nothing-leaves.e2e.ts',
  test: 'the whole job in the window sends nothing, asks for nothing, and looks nothing up',
} as const
const unit = 'test/main/stay-offline.test.ts'

export const nothingLeavesFaults: readonly PlantedFault[] = [
  {
    promise: 'Nothing leaves this computer',
    fault: 'spelling is checked again, with dictionaries to fetch',
    file: offline,
    find: '  session.setSpellCheckerLanguages([])\n',
    plant: "  session.setSpellCheckerLanguages(['en-US'])\n",
    noticedBy: wholeJob,
  },
  {
    promise: 'Nothing leaves this computer',
    fault: 'spell check is left as Electron has it',
    file: offline,
    find: '  session.setSpellCheckerLanguages([])\n',
    plant: '',
    noticedBy: wholeJob,
  },
  {
    promise: 'Nothing leaves this computer',
    fault: 'spelling is checked everywhere',
    file: offline,
    find: "return platform === 'darwin'",
    plant: "return platform !== 'aix'",
    noticedBy: { file: unit, test: 'on linux no dictionary is ever fetched' },
  },
  {
    promise: 'Every request is refused',
    fault: 'requests over the web are let through',
    file: offline,
    find: "['app:', 'blob:', 'data:']",
    plant: "['app:', 'blob:', 'data:', 'http:', 'https:']",
    noticedBy: {
      file: 'test/e2e/hardening.e2e.ts',
      test: 'no session reaches anything, and every try is counted',
    },
  },
  {
    promise: 'Every refused request is counted',
    fault: 'they are refused without a word',
    file: offline,
    find: 'if (cancel) onRefused(`${protocol}//${host}`)',
    plant: 'if (cancel && url === host) onRefused(host)',
    noticedBy: { file: unit, test: 'is refused, and told of without what stands behind the host' },
  },
  {
    promise: 'What a plan says stands in no log',
    fault: 'refused addresses are logged whole',
    file: offline,
    find: 'if (cancel) onRefused(`${protocol}//${host}`)',
    plant: 'if (cancel) onRefused(`${protocol}//${host}${url}`)',
    noticedBy: { file: unit, test: 'is refused, and told of without what stands behind the host' },
  },
  {
    promise: 'No name is looked up',
    fault: 'names are looked up again',
    file: offline,
    find: "  ['host-resolver-rules', 'MAP * ~NOTFOUND'],\n",
    plant: '',
    noticedBy: { file: unit, test: 'no name is looked up, and no proxy is asked' },
  },
  {
    promise: 'Nothing leaves this computer',
    fault: 'the switches are never given to Chromium',
    file: 'src/main/main.ts',
    find: '  switchOffNetwork(app.commandLine)\n',
    plant: '  void switchOffNetwork\n',
    noticedBy: {
      file: 'test/main/main.test.ts',
      test: 'the sandbox, the switches and the scheme are set before Chromium is ready',
    },
  },
  {
    promise: 'A page that was taken over reaches nothing',
    fault: 'it may connect to other computers by WebRTC',
    file: offline,
    find: ',WebRtcHideLocalIpsWithMdns',
    plant: '',
    noticedBy: { file: 'test/e2e/nothing-leaves.e2e.ts', test: 'a page that was taken over sends nothing' },
  },
  {
    promise: 'Nothing leaves this computer',
    fault: 'the loopback host looks a name up when it starts',
    file: 'src/web/serve.ts',
    find: 'const dataDir = dataFolder()',
    plant:
      "import { lookup } from 'node:dns'\nlookup('example.org', () => undefined)\nconst dataDir = dataFolder()",
    noticedBy: {
      file: 'test/network/nothing-leaves.test.ts',
      test: 'the loopback host does the whole job and sends nothing',
    },
  },
  {
    promise: 'Nothing leaves this computer',
    fault: 'odap looks a name up',
    file: 'src/cli/inspect-command.ts',
    find: 'export async function inspect(',
    plant:
      "import { lookup } from 'node:dns'\nlookup('example.org', () => undefined)\nexport async function inspect(",
    noticedBy: {
      file: 'test/network/nothing-leaves.test.ts',
      test: 'odap inspects, drafts, compares, changes and calls, and sends nothing',
    },
  },
  {
    promise: 'No page of the program reaches another program of this computer',
    fault: 'requests to localhost are let through',
    file: 'src/main/stay-offline.ts',
    find: 'const cancel = !allowed.has(protocol)',
    plant: "const cancel = !allowed.has(protocol) && host !== 'localhost'",
    noticedBy: { file: 'test/main/stay-offline.test.ts', test: 'http://localhost/ is refused' },
  },
  {
    promise: 'Nothing leaves this computer',
    fault: 'the development server has a way in that is left in the program',
    file: 'src/main/stay-offline.ts',
    find: 'const cancel = !allowed.has(protocol)',
    plant: "const cancel = !allowed.has(protocol) && process.env['ODAP_DEV_PAGE'] === undefined",
    noticedBy: {
      file: 'test/dev.test.ts',
      test: 'nothing in the program knows of the development server',
    },
  },
]
