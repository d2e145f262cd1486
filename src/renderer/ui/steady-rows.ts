import { useEffect, useMemo, useRef } from 'react'

/**
 * Rows that are made anew with every change, as the same objects where they say the same as before. `isSame` is always
 * the same function.
 */
export function useSteadyRows<Row>(
  rows: readonly Row[],
  isSame: (one: Row, other: Row) => boolean,
): readonly Row[] {
  const before = useRef(rows)
  const steady = useMemo(() => keptWhereSame(before.current, rows, isSame), [rows, isSame])
  useEffect(() => {
    before.current = steady
  }, [steady])
  return steady
}

/** By their place: what has moved is another row to whoever shows it. */
export function keptWhereSame<Row>(
  before: readonly Row[],
  now: readonly Row[],
  isSame: (one: Row, other: Row) => boolean,
): readonly Row[] {
  if (before === now) return now
  return now.map((row, index) => {
    const earlier = before[index]
    return earlier !== undefined && isSame(earlier, row) ? earlier : row
  })
}
