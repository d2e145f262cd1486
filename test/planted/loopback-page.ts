import type { PlantedFault } from './planted-fault.ts'

export const loopbackPageFaults: readonly PlantedFault[] = [
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'the page may be framed',
    file: 'src/contract/page.ts',
    find: '    "frame-ancestors \'none\'",\n',
    plant: '',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'the page may be framed where the policy is not known',
    file: 'src/contract/page.ts',
    find: "  'x-frame-options': 'DENY',\n",
    plant: '',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'the page may send what it knows anywhere',
    file: 'src/contract/page.ts',
    find: "connect-src 'self'",
    plant: 'connect-src *',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'a base address may lead everything elsewhere',
    file: 'src/contract/page.ts',
    find: '    "base-uri \'none\'",\n',
    plant: '',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'forms may be sent anywhere',
    file: 'src/contract/page.ts',
    find: '    "form-action \'none\'",\n',
    plant: '',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'scripts in the page’s text run',
    file: 'src/contract/page.ts',
    find: "script-src 'self'",
    plant: "script-src 'self' 'unsafe-inline'",
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'what no directive names may be loaded from anywhere',
    file: 'src/contract/page.ts',
    find: "default-src 'none'",
    plant: "default-src 'self'",
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: '/ may load, run and reach what it needs, and nothing else',
    },
  },
  {
    promise: 'The page may load, run and reach what it needs, and nothing else',
    fault: 'the nonce is the same in every answer',
    file: 'src/hosts/page-files.ts',
    find: "randomBytes(16).toString('base64')",
    plant: "Buffer.alloc(16).toString('base64')",
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'has a fresh nonce in each answer, wherever one belongs',
    },
  },
  {
    promise: 'What the program answers is kept by no cache, framed by nobody and taken for nothing else',
    fault: 'a browser guesses what an answer is',
    file: 'src/contract/page.ts',
    find: "  'x-content-type-options': 'nosniff',\n",
    plant: '',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'what the program answers is kept by no cache, framed by nobody and taken for nothing else',
    },
  },
  {
    promise: 'What the program answers is kept by no cache, framed by nobody and taken for nothing else',
    fault: 'answers are kept in the browser’s cache',
    file: 'src/contract/page.ts',
    find: "'cache-control': 'no-store'",
    plant: "'cache-control': 'private'",
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'what the program answers is kept by no cache, framed by nobody and taken for nothing else',
    },
  },
  {
    promise: 'What the program answers is kept by no cache, framed by nobody and taken for nothing else',
    fault: 'files go out without the headers of the page',
    file: 'src/web/server.ts',
    find: "    ...pageHeaders,\n    'content-type': 'application/octet-stream',",
    plant: "    'content-type': 'application/octet-stream',",
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'what the program answers is kept by no cache, framed by nobody and taken for nothing else',
    },
  },
  {
    promise: 'What the program answers is kept by no cache, framed by nobody and taken for nothing else',
    fault: 'a file is shown as a page under our address',
    file: 'src/web/server.ts',
    find: '`attachment; filename',
    plant: '`inline; filename',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'what the program answers is kept by no cache, framed by nobody and taken for nothing else',
    },
  },
  {
    promise: 'What the program answers is kept by no cache, framed by nobody and taken for nothing else',
    fault: 'other pages may embed what the program answers',
    file: 'src/contract/page.ts',
    find: "  'cross-origin-resource-policy': 'same-origin',\n",
    plant: '',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'what the program answers is kept by no cache, framed by nobody and taken for nothing else',
    },
  },
  {
    promise: 'A page file that has gone costs nobody the program',
    fault: 'asking for it ends the program',
    file: 'src/web/server.ts',
    find: 'respond(request, response).catch(() => refuse(response))',
    plant: 'void respond(request, response)',
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'that has gone from the disk costs nobody the program',
    },
  },
  {
    promise: 'What the program answers is kept by no cache, framed by nobody and taken for nothing else',
    fault: 'events go out without the headers of the page',
    file: 'src/web/server.ts',
    find: "...pageHeaders, 'content-type': 'application/x-ndjson; charset=utf-8'",
    plant: "'content-type': 'application/x-ndjson; charset=utf-8'",
    noticedBy: {
      file: 'test/web/page.test.ts',
      test: 'what the program answers is kept by no cache, framed by nobody and taken for nothing else',
    },
  },
  {
    promise: 'A file keeps its name',
    fault: 'it is read twice',
    file: 'src/web/server.ts',
    find: "searchParams.get('name') ?? ''",
    plant: "decodeURIComponent(searchParams.get('name') ?? '')",
    noticedBy: { file: 'test/web/server.test.ts', test: 'a file keeps its name, whatever is in it' },
  },
]
