import * as z from 'zod'
import { isLocalDate, type LocalDate } from '#lib/domain/calendar'
import { roles } from '#lib/domain/people/roles'

// What an address says is a wish: one that makes no sense is read as not said.
const schema = z.object({
  move: z.coerce.number().int().min(1).max(12).nullable().catch(null),
  hire: z.coerce.number().int().min(1).max(500).nullable().catch(null),
  role: z.enum(roles).catch('nurse'),
  on: z.string().refine(isLocalDate).nullable().catch(null),
})

/** What is to be tried. Who is hired without a day starts today. */
export function whatIfFrom(search: Record<string, string | string[] | undefined>) {
  const { move, hire, role, on } = schema.parse({
    ...search,
    move: search['move'] || null,
    hire: search['hire'] || null,
  })
  return {
    month: move,
    hireFrom: (today: LocalDate) =>
      hire === null ? null : { count: hire, role, on: (on ?? today) as LocalDate },
  }
}
