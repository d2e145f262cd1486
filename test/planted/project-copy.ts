import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PlantedFault } from './planted-fault.ts'

const root = join(import.meta.dirname, '..', '..')

/** A copy of the project to plant faults in, so that the one people work on is never touched. */
export interface ProjectCopy {
  readonly folder: string
  /** Why the fault cannot be planted as it is written; null when it can. */
  readonly problem: (fault: PlantedFault) => string | null
  /** Changes the file; what comes back puts it as it was. */
  readonly plant: (fault: PlantedFault) => () => void
  readonly remove: () => void
}

export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'odap-planted-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  // Packages and tools are shared; what is built is copied, since every fault builds it anew.
  for (const shared of ['node_modules', '.tools']) symlinkSync(join(root, shared), join(folder, shared))
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true, preserveTimestamps: true })

  const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
  return {
    folder,
    problem: ({ file, find }) => {
      const found = textOf(file).split(find).length - 1
      return found === 1 ? null : `“${find}” stands ${found} times in ${file}, not once`
    },
    plant: ({ file, find, plant }) => {
      const before = textOf(file)
      writeFileSync(
        join(folder, file),
        before.replace(find, () => plant),
      )
      return () => writeFileSync(join(folder, file), before)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
