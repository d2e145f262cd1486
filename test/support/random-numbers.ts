/** Numbers that look random and come again with the same seed. */
export interface RandomNumbers {
  /** From 0 up to, not including, `end`. */
  readonly below: (end: number) => number
  readonly chance: (probability: number) => boolean
  readonly oneOf: <Item>(items: readonly Item[]) => Item
  readonly someOf: <Item>(items: readonly Item[], probability: number) => readonly Item[]
}

/** Mulberry32: small, and good enough to pick actions by. */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    chance: (probability) => next() < probability,
    oneOf: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('There is nothing to pick from')
      return item
    },
    someOf: (items, probability) => items.filter(() => next() < probability),
  }
}
