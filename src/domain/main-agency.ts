/** The agency that more than half of the rows name; '' where they do not agree, since a person then has to say. */
export function mainAgency(agencies: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const agency of agencies) counts.set(agency.trim(), (counts.get(agency.trim()) ?? 0) + 1)
  return [...counts].find(([, rows]) => rows > agencies.length / 2)?.[0] ?? ''
}
