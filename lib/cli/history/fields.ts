import { z } from 'zod'
import {
  type Instant,
  instantFrom,
  isLocalDate,
  isMonthDay,
  isTimeZone,
  type LocalDate,
  type MonthDay,
} from '#lib/domain/calendar'

// What is far away is a slip of the pen, and every date derived from these stays within the calendar's years.
const [firstDate, lastDate] = ['1900-01-01', '2999-12-31']

/** A calendar date of the practice. */
export const date = z
  .string('expected a date as YYYY-MM-DD')
  .refine((text) => isLocalDate(text), { error: 'not a calendar date as YYYY-MM-DD', abort: true })
  .refine((text) => text >= firstDate && text <= lastDate, `expected a date from ${firstDate} to ${lastDate}`)
  .transform((text) => text as LocalDate)

/** A moment, with `Z` or an offset. */
export const instant = z
  .string('expected a moment as YYYY-MM-DDThh:mm:ssZ')
  .transform((text, context): Instant => {
    const at = instantOf(text)
    if (at !== null && at.slice(0, 10) >= firstDate && at.slice(0, 10) <= lastDate) return at
    context.addIssue({ code: 'custom', message: 'not a moment as YYYY-MM-DDThh:mm:ssZ' })
    return z.NEVER
  })

function instantOf(text: string): Instant | null {
  try {
    return instantFrom(text)
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

export const monthDay = z
  .string('expected a day of the year as MM-DD')
  .refine((text) => isMonthDay(text), 'not a day of the year as MM-DD')
  .transform((text) => text as MonthDay)

export const zone = z
  .string('expected the name of a time zone')
  .refine(isTimeZone, 'not the name of a time zone, such as America/Chicago')

export const words = z.string('expected text').min(1, 'expected text that is not empty')

/** A whole number from `min` on. */
export function count(min: number, max = 10_000) {
  const message = `expected a whole number from ${min} to ${max}`
  return z.int(message).min(min, message).max(max, message)
}
