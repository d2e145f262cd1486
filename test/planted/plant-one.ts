import type { PlantedFault } from './planted-fault.ts'
import type { ProjectCopy } from './project-copy.ts'
import { build, runTest } from './run-tests.ts'

/**
 * Why the fault does not count as noticed; null when it does.
 * @param seenPassing the tests that were seen to pass without a fault, by name; added to
 */
export async function plantOne(
  copy: ProjectCopy,
  fault: PlantedFault,
  seenPassing: Set<string>,
): Promise<string | null> {
  return copy.problem(fault) ?? (await withoutIt(copy, fault, seenPassing)) ?? (await withIt(copy, fault))
}

/** A test that fails anyway notices nothing. */
async function withoutIt(
  copy: ProjectCopy,
  { noticedBy }: PlantedFault,
  seenPassing: Set<string>,
): Promise<string | null> {
  const key = JSON.stringify(noticedBy)
  if (seenPassing.has(key)) return null
  const outcome = await runTest(copy.folder, noticedBy)
  if (outcome === 'passed') seenPassing.add(key)
  return outcome === 'passed' ? null : `its test “${noticedBy.test}” is ${outcome} without it`
}

async function withIt(copy: ProjectCopy, fault: PlantedFault): Promise<string | null> {
  const takeOut = copy.plant(fault)
  try {
    const refused = await build(copy.folder, reachesPage(fault))
    if (refused !== null) return `it cannot be built: ${refused.trim()}`
    const outcome = await runTest(copy.folder, fault.noticedBy)
    return outcome === 'failed' ? null : `its test “${fault.noticedBy.test}” is ${outcome}`
  } finally {
    takeOut()
    await build(copy.folder, reachesPage(fault))
  }
}

/** Whether the page has to be bundled anew for the test to meet the fault. */
function reachesPage({ file, noticedBy }: PlantedFault): boolean {
  return noticedBy.file.endsWith('.e2e.ts') && /^src\/(renderer|contract|domain)\//.test(file)
}
