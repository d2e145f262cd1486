import {
  accesses,
  answers,
  automations,
  availabilities,
  brainstormQuestions,
  highValueGrounds,
  releaseRoutes,
  tiers,
  upkeeps,
} from '../../src/domain/vocabulary.ts'
import { isPlaceholder, type PlanAction, type PlanState } from './plan-model.ts'
import type { RandomNumbers } from './random-numbers.ts'

/** One valid action on this plan, of any kind the program knows; `word` makes its texts differ from all others. */
export function randomPlanAction(random: RandomNumbers, state: PlanState, word: string): PlanAction {
  const kind = random.below(100)
  if (kind < 12) return { call: 'plan.undo', input: {} }
  if (kind < 20) return { call: 'plan.redo', input: {} }
  if (kind < 25) return { call: 'plan.set-details', input: { changes: { agencyName: word, period: '2027' } } }
  if (kind < 28) return weighing(random)
  if (kind < 45) return boardAction(random, state, word)
  return datasetAction(random, state, word)
}

function weighing(random: RandomNumbers): PlanAction {
  const one = () => random.oneOf([0, 1, 2.5, 3])
  return {
    call: 'prioritize.weigh',
    input: {
      weights: {
        goals: one(),
        'focal-points': one(),
        demand: one(),
        quality: one(),
        'machine-readable': one(),
      },
    },
  }
}

function boardAction(random: RandomNumbers, { ideas, datasets }: PlanState, word: string): PlanAction {
  const told = ideas.filter(({ id }) => !isPlaceholder(id))
  if (told.length === 0 || random.chance(0.4)) {
    const pointed = datasets.filter(({ id }) => !isPlaceholder(id))
    const datasetId = random.chance(0.3) ? random.oneOf(pointed).id : null
    return {
      call: 'brainstorm.add',
      input: { question: random.oneOf(brainstormQuestions), text: word, raisedBy: 'Town clerks', datasetId },
    }
  }
  const { id } = random.oneOf(told)
  return random.oneOf<PlanAction>([
    { call: 'brainstorm.change', input: { id, changes: { text: word } } },
    { call: 'brainstorm.remove', input: { id } },
    { call: 'brainstorm.make-dataset', input: { id, title: word, unit: 'Operations', description: '' } },
  ])
}

function datasetAction(random: RandomNumbers, state: PlanState, word: string): PlanAction {
  const told = state.datasets.map(({ id }) => id).filter((id) => !isPlaceholder(id))
  const id = random.oneOf(told)
  const few = [...random.someOf(told, 0.1)]
  const ids = random.chance(0.15) ? told : few.length > 0 && random.chance(0.4) ? few : [id]
  const answer = () => random.oneOf(answers)
  const openness = {
    free: answer(),
    'machine-readable': answer(),
    unrestricted: answer(),
    'finest-detail': answer(),
    described: answer(),
  }
  // Given by place and not drawn lazily, so that a seed means the same actions whatever is added below.
  const kinds: readonly PlanAction[] = [
    { call: 'review.set', input: { ids, changes: { availability: random.oneOf(availabilities) } } },
    { call: 'review.set', input: { ids, changes: { publishedAt: word, reviewNote: `${word} “noted”` } } },
    { call: 'identify.set', input: { ids, changes: { access: random.oneOf(accesses) } } },
    {
      call: 'identify.set',
      input: {
        ids,
        changes: {
          releaseRoute: random.oneOf([null, ...releaseRoutes]),
          highValueGrounds: [...random.someOf(highValueGrounds, 0.3)],
          legalBasis: word,
        },
      },
    },
    {
      call: 'prioritize.rate',
      input: {
        id,
        criterion: random.oneOf(state.criteria).id,
        value: random.oneOf([0, 1, 2, 3, null] as const),
        reason: word,
      },
    },
    { call: 'prioritize.override', input: { id, override: { tier: random.oneOf(tiers), reason: word } } },
    { call: 'prioritize.override', input: { id, override: null } },
    { call: 'review.correct-inventory', input: { id, changes: { title: word, notes: '' }, reason: word } },
    {
      call: 'deliver.set-choices',
      input: {
        changes: { changesSheet: random.oneOf(['add', 'leave-out'] as const), protectedCells: 'write' },
      },
    },
    {
      call: 'publish.set',
      input: {
        ids,
        changes: {
          targetDate: random.oneOf(['', '2027-06-30', '2028-01-15']),
          steward: word,
          automation: random.oneOf(automations),
          upkeep: random.oneOf(upkeeps),
        },
      },
    },
    { call: 'identify.set-openness', input: { ids, changes: openness } },
  ]
  return random.oneOf(kinds)
}
