import type { Dataset } from '../../../domain/dataset.ts'

/** The agency most rows of the inventory name, '' when none does. */
export function commonAgency(datasets: readonly Dataset[]): string {
  const counts = new Map<string, number>()
  for (const { facts } of datasets) {
    const agency = facts.agency.trim()
    if (agency !== '') counts.set(agency, (counts.get(agency) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? ''
}
