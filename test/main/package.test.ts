import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Configuration {
  readonly asar: boolean
  readonly asarUnpack: readonly string[]
  readonly files: readonly string[]
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly [part: string]: unknown
}

async function configured(environment: Readonly<Record<string, string>> = {}): Promise<Configuration> {
  vi.unstubAllEnvs()
  vi.stubEnv('ODAP_TEST_BUILD', undefined)
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  // A name of its own each time, since the file looks at the environment when it is read.
  const file = new URL(`../../electron-builder.config.mjs?${JSON.stringify(environment)}`, import.meta.url)
  const module = (await import(/* @vite-ignore */ file.href)) as { readonly default: Configuration }
  return module.default
}

const ownNode = '!out/main/engine-in-own-node.js'

describe('a release', () => {
  test('every fuse is set, so that nobody makes it run something else', async () => {
    expect((await configured()).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('it runs from its archive, and only SQLite’s binary lies beside it', async () => {
    const { asar, asarUnpack } = await configured()
    expect(asar).toBe(true)
    expect(asarUnpack).toEqual(['node_modules/better-sqlite3/prebuilds/**'])
  })

  test('what lets tests in is left out of a release', async () => {
    expect((await configured()).files).toContain(ownNode)
    expect((await configured({ ODAP_TEST_BUILD: '0' })).files).toContain(ownNode)
    expect((await configured({ ODAP_TEST_BUILD: '1' })).files).not.toContain(ownNode)
  })

  test('only what is built and what it needs is named, and no system adds files of its own', async () => {
    const configuration = await configured()
    const taken = configuration.files.filter((pattern) => !pattern.startsWith('!'))
    expect(taken).toEqual(['out/**', 'assets/**', 'package.json'])
    // A list of a system's own that only leaves things out would take the whole project in.
    for (const system of ['win', 'mac', 'linux', 'nsis'])
      expect(configuration[system]).not.toHaveProperty('files')
    expect(configuration).not.toHaveProperty('extraFiles')
    expect(configuration).not.toHaveProperty('extraResources')
  })

  test('it is never published by itself, and asks no administrator', async () => {
    const configuration = await configured()
    expect(configuration).not.toHaveProperty('publish')
    expect(configuration['nsis']).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: false,
    })
  })

  test('a double click on a plan file is its own', async () => {
    expect((await configured())['fileAssociations']).toEqual([
      {
        ext: 'odap',
        name: 'Open data access plan',
        mimeType: 'application/x-open-data-access-plan',
        role: 'Editor',
      },
    ])
  })

  test('another program that came with Electron is taken out', async () => {
    const appOutDir = temporaryFolder()
    const other = join(appOutDir, 'resources', 'app')
    mkdirSync(other, { recursive: true })
    writeFileSync(join(other, 'package.json'), '{}')
    const { afterPack } = await configured()
    await (afterPack as (packed: { readonly appOutDir: string }) => Promise<void>)({ appOutDir })
    expect(readdirSync(join(appOutDir, 'resources'))).toEqual([])
  })

  test('Electron’s own files come from where the environment says', async () => {
    expect(await configured({ ELECTRON_OVERRIDE_DIST_PATH: '/electron' })).toHaveProperty(
      'electronDist',
      '/electron',
    )
    expect(await configured({ ELECTRON_OVERRIDE_DIST_PATH: '' })).not.toHaveProperty('electronDist')
  })
})
