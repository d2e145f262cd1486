import type { Criterion, CriterionId } from '../../domain/criteria.ts'
import { count, figure } from './counted.ts'

/** The guidance's criteria where there is room for a word only. */
const shortNames: Readonly<Record<CriterionId, string>> = {
  goals: 'goals',
  'focal-points': 'focal points',
  demand: 'demand',
  quality: 'quality',
  'machine-readable': 'machine-readable',
}

/** What the lowest and the highest rating say. */
const meanings: Readonly<Record<CriterionId, string>> = {
  goals: '0 serves no goal, 3 a goal depends on it',
  'focal-points': '0 outside them, 3 right at one of them',
  demand: '0 nobody asks, 3 asked for often',
  quality: '0 large gaps or errors, 3 checked and complete',
  'machine-readable': '0 paper or pictures only, 3 clean rows and columns',
}

export const prioritize = {
  title: 'What should be published first?',
  subtitle: (done: number, total: number) =>
    done === total
      ? `All ${count(total, 'candidate')} placed`
      : `${figure(done)} of ${count(total, 'candidate')} placed · ${figure(total - done)} left`,
  table: 'Candidates in order of priority',
  card: 'The chosen candidate',
  columns: { rank: '#', dataset: 'Dataset', ratings: 'Ratings', score: 'Score', tier: 'Tier' },
  legend: (criteria: readonly Criterion[]) =>
    `Ratings from left to right: ${criteria.map(({ id, name }) => shortNames[id] ?? name).join(', ')}.`,
  openFilter: 'Not fully rated',
  notRated: 'Not rated',
  setByHand: 'Set by a person',
  ratingNames: { 0: 'none', 1: 'low', 2: 'medium', 3: 'high' },
  openRating: 'Open',
  ratingInWords: (criterion: string, value: 0 | 1 | 2 | 3 | null, reason = '') => {
    const names = { 0: 'none', 1: 'low', 2: 'medium', 3: 'high' }
    const rating = value === null ? 'open' : `${value} ${names[value]}`
    return reason === '' ? `${criterion}: ${rating}` : `${criterion}: ${rating}, ${reason}`
  },
  place: (rank: number | null, score: number | null, candidates: number) =>
    rank === null || score === null
      ? 'Not rated yet, so it is listed last'
      : `Rank ${figure(rank)} of ${figure(candidates)} · score ${score.toFixed(2)} of 3`,
  scale:
    '0 none · 1 low · 2 medium · 3 high. Press 0 to 3 to rate and Enter to go on. Open ratings never count as 0.',
  meaningOf: ({ id, question }: Criterion) => meanings[id] ?? question,
  evidence: (facts: readonly string[]) => `Your inventory: ${facts.join(' · ')}`,
  reason: 'Reason',
  tier: (tier: string | null) => (tier === null ? 'Tier: not rated yet' : `Tier: ${tier}`),
  suggested: (tier: string | null) =>
    tier === null ? 'A tier is suggested with the first rating.' : `The score suggests: ${tier}`,
  moved: (who: string, when: string, reason: string) =>
    // Only a workbook that was opened gives a tier without a reason.
    reason === ''
      ? 'As the workbook said when it was opened'
      : `Set by ${who === '' ? 'a person' : who}, ${when}: “${reason}”`,
  changeTier: 'Set another tier…',
  takeBack: 'Take it back',
  newTier: 'Tier instead',
  tierReason: 'Why',
  tierMissing: 'Choose a tier.',
  tierReasonMissing: 'Give the reason: the plan prints it.',
  saveTier: 'Save this tier',
  cancelTier: 'Cancel',
  weights: 'Weights',
  equalWeights: 'All equal',
  times: (weight: number) => `× ${weight}`,
  weightInWords: (weight: number) => (weight === 0 ? 'does not count' : `counts ${weight} times`),
  nothingCounts: 'Nothing counts now, so there is no order.',
  howOrdered: 'How the order comes about',
  howOrderedWords: (now: number, next: number) => [
    'The score is the average of the ratings given, each counted as often as its slider says. Open ratings are left out.',
    `From ${now} on the tier is Now, from ${next} on Next, below that Later. Equal scores share a rank.`,
    'A person may set another tier with a reason. The rank stays as it was computed.',
  ],
  together: {
    heading: 'Go through it together',
    paragraphs: ['The guidance asks you to settle the order with the state’s Open Data Coordinator.'],
  },
  stateGoals: 'Goals of the State Data Plan',
  guidanceSource: 'Open Data Access Plan Guidance, step 4.',
  noCandidates: 'No dataset is a candidate yet.',
  whatIsCandidate:
    'Candidates are datasets that are public, or releasable after a transformation, and not yet published as data.',
  ofAll: (number: number) => `Of ${count(number, 'dataset')}:`,
  notCandidates: {
    undetermined: (number: number) => `${number} with access undetermined`,
    protected: (number: number) => `${number} protected`,
    published: (number: number) => `${number} published as data already`,
  },
  goToIdentify: 'Go to Identify',
  next: 'Next open rating',
  goOn: 'Go on to Publish',
  left: (ratings: number, candidates: number, unexplained: number) =>
    [
      ratings === 0
        ? 'Every candidate has its place'
        : `${count(ratings, 'rating')} open in ${count(candidates, 'candidate')}`,
      ...(unexplained === 0 ? [] : [`${count(unexplained, 'rating')} without a reason`]),
    ].join(' · '),
} as const
