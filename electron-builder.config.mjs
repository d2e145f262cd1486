import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What a package is made of. Run: npm run package -- --win (or --mac, --linux, --dir).
 *
 * ODAP_TEST_BUILD=1 packs a program that tests can drive where Electron's Node is too old for the engine: with the module
 * that runs it under another Node, the engine outside the archive, and the door for Node's inspector. No release has them.
 */
const isTestBuild = process.env.ODAP_TEST_BUILD === '1'

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'gov.ct.open-data-access-planner',
  productName: 'Open Data Access Planner',
  directories: { output: 'dist', buildResources: 'assets/icons' },
  icon: 'assets/icons/icon.png',
  npmRebuild: false,
  ...(process.env.ELECTRON_OVERRIDE_DIST_PATH
    ? { electronDist: process.env.ELECTRON_OVERRIDE_DIST_PATH }
    : {}),
  asar: true,
  asarUnpack: [
    'node_modules/better-sqlite3/prebuilds/**',
    ...(isTestBuild
      ? [
          'out/{domain,contract,engine}/**',
          'out/main/engine-*.js',
          'assets/**',
          'package.json',
          'node_modules/**',
        ]
      : []),
  ],
  files: [
    'out/**',
    '!out/**/*.{d.ts,d.cts,map}',
    '!out/**/.*',
    // The browser host and odap are for the machines that build the program.
    '!out/{web,cli}{,/**}',
    ...(isTestBuild ? [] : ['!out/main/engine-in-own-node.js']),
    'assets/**',
    'package.json',
    '!**/node_modules/**/*.{ts,cts,mts,map,md,markdown}',
    '!**/node_modules/{@types,undici-types,node-addon-api}{,/**}',
    '!**/node_modules/better-sqlite3/{src,deps}{,/**}',
    // SQLite comes with a binary for every system; a package holds its own alone. (A list of files at a system's own
    // settings further down would not add to this one: it would take the whole project in.)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
    '!**/node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  ],
  // An Electron that was set up by hand may bring a program of its own; ours is the archive alone.
  afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
  win: {
    target: ['nsis', 'msi', 'zip'],
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
  },
  mac: {
    category: 'public.app-category.productivity',
    target: ['dmg', 'zip'],
  },
  linux: {
    category: 'Office',
    target: ['AppImage', 'deb'],
    maintainer: 'The Open Data Access Planner contributors',
  },
  fileAssociations: [
    {
      ext: 'odap',
      name: 'Open data access plan',
      mimeType: 'application/x-open-data-access-plan',
      role: 'Editor',
    },
  ],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isTestBuild,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
}
