import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, dataFolderProblem } from '../../../src/engine/computer/data-folder.ts'
import { makeFolder } from '../../../src/engine/files/make-folder.ts'
import { createEngine } from '../../../src/engine/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('the data folder', () => {
  const inHome = (...parts: readonly string[]) => join(homedir(), ...parts, 'Open Data Access Planner')

  it.each<[NodeJS.Platform, Readonly<Record<string, string>>, string]>([
    ['linux', {}, inHome('.local', 'share')],
    ['linux', { XDG_DATA_HOME: join('/', 'kept') }, join('/', 'kept', 'Open Data Access Planner')],
    ['darwin', {}, inHome('Library', 'Application Support')],
    ['win32', {}, inHome('AppData', 'Local')],
    ['win32', { LOCALAPPDATA: join('/', 'local') }, join('/', 'local', 'Open Data Access Planner')],
    // An empty name is none: the folder one happens to stand in is no place for plans.
    ['linux', { XDG_DATA_HOME: '', ODAP_DATA_DIR: '' }, inHome('.local', 'share')],
    ['win32', { LOCALAPPDATA: '' }, inHome('AppData', 'Local')],
    ['win32', { ODAP_DATA_DIR: 'plans', LOCALAPPDATA: 'local' }, 'plans'],
  ])('stands where the system keeps such things: on %s with %o', (platform, environment, folder) => {
    expect(dataFolder(environment, platform)).toBe(folder)
  })

  it('is made, with the folders above it, and left empty', () => {
    const folder = join(temporaryFolder(), 'a', 'b', 'data')
    expect(dataFolderProblem(folder)).toBeNull()
    expect(readdirSync(folder)).toEqual([])
    expect(dataFolderProblem(folder)).toBeNull()
  })

  // Windows keeps a profile's folders to its own person.
  it.skipIf(process.platform === 'win32')('is nobody else’s to look into, whoever makes it', async () => {
    const [ofHost, ofEngine] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'data')]
    dataFolderProblem(ofHost)
    await createEngine({ dataDir: ofEngine }).close()
    for (const folder of [ofHost, ofEngine]) expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it.each([
    ['lies below a file', (base: string) => join(base, 'file', 'data')],
    ['is a file', (base: string) => join(base, 'file')],
  ])('that %s is a problem told in a sentence with its name', (_what, place) => {
    const base = temporaryFolder()
    writeFileSync(join(base, 'file'), 'x')
    const folder = place(base)
    expect(dataFolderProblem(folder)).toContain(
      `Plans are kept in ${folder}, but nothing can be written there`,
    )
    expect(statSync(join(base, 'file')).size).toBe(1)
  })

  const noProc = existsSync('/proc') ? '' : ' (skipped: this system has no folder that takes none)'
  it.skipIf(noProc !== '')(
    `below a folder that takes none is a problem at once, not an endless loop${noProc}`,
    () => {
      expect(dataFolderProblem('/proc/planner/data')).toContain('/proc/planner/data')
      expect(() => makeFolder('/proc/planner')).toThrow(/ENOENT|EPERM|EACCES/)
    },
  )
})
