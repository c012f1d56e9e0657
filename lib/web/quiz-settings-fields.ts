import * as z from 'zod'

const whole = (most: number) =>
  z
    .string('number-missing')
    .trim()
    .regex(/^\d{1,4}$/, 'number-missing')
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, 'number-out-of-range')

/** What a quiz asks and what passes. The counts come as one record, by objective. */
export const quizSettingsFields = {
  passMark: whole(100),
  draw: whole(200),
  spread: z.enum(['evenly', 'counts'], 'spread-missing'),
  blueprint: z.record(
    z.string().max(80),
    z
      .string()
      .trim()
      .regex(/^\d{0,3}$/, 'number-missing')
      .transform(Number),
    'number-missing',
  ),
}

/** Gathers `count.<objective>`. */
export function settingsRead(fields: Record<string, string | string[]>): Record<string, unknown> {
  const isCount = ([name]: readonly [string, unknown]) => name.startsWith('count.')
  const counts = Object.entries(fields).filter(isCount)
  const others = Object.entries(fields).filter((field) => !isCount(field))
  const blueprint = Object.fromEntries(counts.map(([name, count]) => [name.slice('count.'.length), count]))
  return { ...Object.fromEntries(others), blueprint }
}

/** Only of what is asked: the file names no objective with none. */
export const blueprintOf = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
