import { inWords, localDay } from '../../domain/calendar-date.ts'

/** `10:42:07 AM`, in this computer's time zone. */
export function timeInWords(moment: string): string {
  return new Date(moment).toLocaleTimeString('en-US')
}

/** `today, 10:42 AM`, else `November 3, 2026`, in this computer's time zone. */
export function momentInWords(moment: string, now: Date): string {
  const then = new Date(moment)
  if (then.toDateString() !== now.toDateString()) return inWords(localDay(then))
  return `today, ${hourInWords(then)}`
}

/** `November 3, 2026, 10:42 AM`, for what is told apart by it. */
export function dayAndTimeInWords(moment: string): string {
  const then = new Date(moment)
  return `${inWords(localDay(then))}, ${hourInWords(then)}`
}

/** `10:42 AM`, in this computer's time zone. */
export function hourInWords(moment: Date): string {
  return moment.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
}
