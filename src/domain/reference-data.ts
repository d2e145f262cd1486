/**
 * What the state or an agency may change without a new program: an editable file with the source and date of
 * each list (assets/reference-data.json), never constants in code.
 */
export interface ReferenceList<Entry> {
  readonly source: string
  /** When the source was read, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly entries: readonly Entry[]
}

export interface Citation {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface Contact {
  readonly role: string
  readonly name: string
  readonly email: string
}

export interface Link {
  readonly title: string
  readonly url: string
}

export interface ReferenceData {
  readonly categories: ReferenceList<string>
  readonly updateFrequencies: ReferenceList<string>
  /** Focal points and goals of the State Data Plan, by edition; agencies complete them. */
  readonly stateGoals: ReferenceList<{
    readonly edition: string
    readonly kind: string
    readonly name: string
  }>
  readonly suppressionRules: ReferenceList<{ readonly name: string; readonly rule: string }>
  readonly citations: ReferenceList<Citation>
  readonly contacts: ReferenceList<Contact>
  readonly links: ReferenceList<Link>
}
