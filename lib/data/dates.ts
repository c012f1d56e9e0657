import { type Instant, instantFrom, type LocalDate, localDateFrom } from '#lib/domain/calendar'

/** PostgreSQL's `date` reaches Prisma as a `Date` at midnight UTC; these two are the only crossing. */
export const toDateColumn = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`)
export const fromDateColumn = (column: Date): LocalDate => localDateFrom(column.toISOString().slice(0, 10))

export const toInstantColumn = (instant: Instant): Date => new Date(instant)
export const fromInstantColumn = (column: Date): Instant => instantFrom(column.toISOString())
