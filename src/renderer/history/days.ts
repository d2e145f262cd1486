import type { HistoryEntry } from '../../contract/views.ts'
import { inWords, localDay } from '../../domain/calendar-date.ts'
import { text } from '../text/text.ts'

export interface Day {
  /** Stays the same while actions are added above and below. */
  readonly key: string
  /** `YYYY-MM-DD` in this computer's time zone. */
  readonly day: string
  readonly entries: readonly HistoryEntry[]
}

/**
 * The actions under the days they were done on, in their own order: a clock that was set back makes a day come twice,
 * and never an action come elsewhere.
 */
export function byDay(entries: readonly HistoryEntry[]): readonly Day[] {
  const days: { readonly key: string; readonly day: string; readonly entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const day = localDay(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ key: `${day} ${days.filter((one) => one.day === day).length}`, day, entries: [entry] })
  }
  return days
}

/** `Today, November 22, 2026`, and the same without the word for days before yesterday. */
export function dayHeading(day: string, now: Date): string {
  if (day === localDay(now)) return text.history.today(inWords(day))
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  return day === localDay(yesterday) ? text.history.yesterday(inWords(day)) : inWords(day)
}
