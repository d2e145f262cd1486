/** One word of the program: what it means, and the words that would say the same and are therefore not said. */
export interface GlossaryEntry {
  readonly word: string
  readonly meaning: string
  readonly notCalled: readonly string[]
}

/** In the order in which a plan meets them. `docs/glossary.md` is this list; the code uses the same words. */
export const glossary: readonly GlossaryEntry[] = [
  {
    word: 'Inventory',
    meaning: 'The workbook you opened. The plan keeps a copy; the file itself is never changed.',
    notCalled: [],
  },
  {
    word: 'Dataset',
    meaning: 'One body of data, usually one row of the inventory, or one your team added.',
    notCalled: ['data set', 'data asset'],
  },
  {
    word: 'Plan',
    meaning: 'Everything your team decided about the inventory’s datasets. It is saved as you go.',
    notCalled: ['project'],
  },
  {
    word: 'Step',
    meaning: 'Review, brainstorm, identify, prioritize or publish: the five parts of the work, in any order.',
    notCalled: ['stage', 'phase'],
  },
  {
    word: 'Availability',
    meaning: 'Where a dataset stands today: on the portal, public elsewhere, in a report, or not public.',
    notCalled: [],
  },
  {
    word: 'Idea',
    meaning:
      'What someone raised under one of the five questions: a dataset that matters, or something nobody listed.',
    notCalled: ['card'],
  },
  {
    word: 'Access',
    meaning:
      'Whether the law lets a dataset be open: public, protected but releasable after a change, or protected.',
    notCalled: [],
  },
  {
    word: 'Release route',
    meaning:
      'How protected data is made safe to publish: aggregated, with fields or records left out, or with anonymous identifiers.',
    notCalled: ['anonymization method'],
  },
  {
    word: 'Openness',
    meaning:
      'The five things that make data open: free, machine-readable, unrestricted, as detailed as the law permits, and described.',
    notCalled: [],
  },
  {
    word: 'High-value grounds',
    meaning:
      'The law’s eight grounds, A to H, for calling data high value. Your department head decides; the program only records it.',
    notCalled: [],
  },
  {
    word: 'Candidate',
    meaning:
      'A dataset that could be open data and is not published as data yet. Candidates are what step 4 puts in order.',
    notCalled: [],
  },
  {
    word: 'Criterion',
    meaning:
      'A reason to publish a dataset sooner; the guidance names five. Each is rated 0 to 3 with a reason.',
    notCalled: ['factor'],
  },
  {
    word: 'Tier',
    meaning:
      'Now, next, later or not planned. It follows the ratings until someone overrides it with a reason.',
    notCalled: ['bucket', 'priority level'],
  },
  {
    word: 'Commitment',
    meaning:
      'What the agency promises for a dataset: a date, how often it is updated, and who looks after it.',
    notCalled: ['pledge'],
  },
  {
    word: 'Backup',
    meaning:
      'The plan as it was at one moment, to go back to. The program makes them by itself; you can, too.',
    notCalled: ['restore point', 'snapshot'],
  },
  {
    word: 'Not yet determined',
    meaning: 'Always a good answer. Nobody has to decide today.',
    notCalled: ['unknown yet'],
  },
]
