/** What two columns say together of one field; what both say alike is said once. */
export function joinedFact(one: string, other: string): string {
  if (one === '' || other === '' || one === other) return one || other
  return `${one}; ${other}`
}
