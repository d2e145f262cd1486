/** `1,204`: large numbers are easier to read with a comma. */
const figures = new Intl.NumberFormat('en-US')

export function figure(number: number): string {
  return figures.format(number)
}

/** `1 dataset`, `58 datasets`, `1,204 rows`: a number never stands without its unit. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter((part) => part !== '').join(' and ')
}

/** The first five, and how many there are besides. */
export function firstOf(words: readonly string[]): string {
  return words.length <= 6 ? listed(words) : `${words.slice(0, 5).join(', ')} and ${words.length - 5} more`
}

export function shortened(words: string): string {
  return words.length > 90 ? `${words.slice(0, 88)}…` : words
}
