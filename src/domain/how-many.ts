/** How many of the items match, without making a list of them: it is asked of very long ones after every change. */
export function howMany<Item>(items: readonly Item[], matches: (item: Item) => boolean): number {
  let number = 0
  for (const item of items) if (matches(item)) number += 1
  return number
}
