import { addDays, type LocalDate, weekdayOf } from '#lib/domain/calendar'
import type { PostTerms } from '#lib/domain/people/entries/entry'
import { type Chances, chancesFrom } from '#tests/support/decade/chances'

/** What happens to one person on a day, besides training: what a manager writes down. */
export type Deed =
  | { readonly kind: 'hire'; readonly post: PostTerms; readonly startedOn: LocalDate }
  | { readonly kind: 'end'; readonly lastDay: LocalDate }
  | { readonly kind: 'stay' }
  | { readonly kind: 'rehire'; readonly post: PostTerms; readonly startedOn: LocalDate }
  | { readonly kind: 'leave'; readonly firstDay: LocalDate; readonly lastDay: LocalDate }
  /** Another last day for the latest leave. */
  | { readonly kind: 'leave-end'; readonly lastDay: LocalDate }
  | { readonly kind: 'post'; readonly change: Partial<PostTerms>; readonly firstDay: LocalDate }
  | { readonly kind: 'extend'; readonly days: number }
  | { readonly kind: 'exempt'; readonly days: number }
  | { readonly kind: 'exemption-end' }
  /** The latest completion was on another day, or never was; or what was corrected last was right after all. */
  | { readonly kind: 'move-completion'; readonly days: number }
  | { readonly kind: 'strike-completion' }
  | { readonly kind: 'take-back-correction' }
  | { readonly kind: 'move-hire'; readonly days: number }

export type Habit = 'early' | 'in-time' | 'last-minute' | 'late' | 'dawdling'

export type Planned = { readonly on: LocalDate; readonly who: string; readonly deed: Deed }

export type Life = { readonly who: string; readonly habit: Habit; readonly planned: readonly Planned[] }

const roles = ['nurse', 'front-desk', 'medical-assistant', 'clinician', 'billing'] as const
const locations = ['North', 'South', null] as const
const kinds = ['employee', 'employee', 'contractor', 'student'] as const
const habits = ['in-time', 'in-time', 'early', 'last-minute', 'late', 'dawdling'] as const

type Span = { readonly from: LocalDate; readonly through: LocalDate }

/** The lives of so many people at one practice: the first of them there from the beginning, the others joining later. */
export function lives(
  names: readonly string[],
  founders: number,
  whole: Span,
  seed: number,
): readonly Life[] {
  return names.map((who, index) => {
    const chances = chancesFrom(seed + index * 7919)
    const [earliest, latest] = index < founders ? [14, 60] : [100, 3000]
    const first = monday(addDays(whole.from, chances.between(earliest, latest)))
    const habit = habits[index % habits.length] ?? 'in-time'
    const planned = tellLife(chances, first, whole.through)
      .map(({ on, deed }) => ({ on, who, deed }))
      .filter(({ on }) => on <= whole.through)
    return { who, habit, planned }
  })
}

type Told = Pick<Planned, 'on' | 'deed'>

/** One or two employments, one after the other. */
function tellLife(chances: Chances, first: LocalDate, end: LocalDate): readonly Told[] {
  const startedOn = first
  const hiredOn = addDays(first, -chances.between(0, 14))
  const lastDay = addDays(first, chances.between(500, 3200))
  const told: Told[] = [
    { on: hiredOn, deed: { kind: 'hire', post: somePost(chances), startedOn } },
    ...(chances.in100(15)
      ? [{ on: addDays(startedOn, 12), deed: { kind: 'move-hire', days: -chances.between(1, 9) } as const }]
      : []),
    ...tellWork(chances, { from: first, through: lastDay < end ? lastDay : end }),
  ]
  if (lastDay >= end) return told
  told.push({ on: addDays(lastDay, chances.between(-30, 5)), deed: { kind: 'end', lastDay } })
  if (chances.in100(40)) return told
  const back = monday(addDays(lastDay, chances.between(40, 600)))
  told.push({
    on: addDays(back, -chances.between(0, 7)),
    deed: { kind: 'rehire', post: somePost(chances), startedOn: back },
  })
  return [...told, ...tellWork(chances, { from: back, through: end })]
}

/** Something about twice a year. */
function tellWork(chances: Chances, { from, through }: Span): readonly Told[] {
  const told: Told[] = []
  let day = addDays(from, chances.between(30, 250))
  while (day < addDays(through, -200)) {
    told.push(...someTurn(chances, monday(day)))
    day = addDays(day, chances.between(60, 340))
  }
  return told
}

function someTurn(chances: Chances, day: LocalDate): readonly Told[] {
  const days = chances.between(10, 120)
  const turns: readonly [() => readonly Told[], ...(() => readonly Told[])[]] = [
    () => leaveFrom(chances, day, days),
    () => leaveFrom(chances, day, days),
    () => [{ on: day, deed: { kind: 'exempt', days } }],
    () => [
      { on: day, deed: { kind: 'exempt', days } },
      { on: addDays(day, Math.floor(days / 2)), deed: { kind: 'exemption-end' } },
    ],
    () => [{ on: day, deed: { kind: 'extend', days: Math.min(days, 45) } }],
    () => [{ on: day, deed: { kind: 'extend', days: Math.min(days, 45) } }],
    () => [postChange(chances, day)],
    () => [postChange(chances, day)],
    () => [{ on: day, deed: { kind: 'move-completion', days: -chances.between(1, 9) } }],
    () => [{ on: day, deed: { kind: 'strike-completion' } }],
    () => [
      { on: day, deed: { kind: 'strike-completion' } },
      { on: addDays(day, 14), deed: { kind: 'take-back-correction' } },
    ],
    () => [
      { on: day, deed: { kind: 'end', lastDay: addDays(day, 28) } },
      { on: addDays(day, 14), deed: { kind: 'stay' } },
    ],
  ]
  return chances.one(turns)()
}

/** A leave that ends as planned, before, or after; written down beforehand or a few days late. */
function leaveFrom(chances: Chances, firstDay: LocalDate, days: number): readonly Told[] {
  const lastDay = addDays(firstDay, days)
  const planned: Told = {
    on: addDays(firstDay, chances.between(-20, 4)),
    deed: { kind: 'leave', firstDay, lastDay },
  }
  const early = addDays(firstDay, Math.ceil(days / 2))
  return chances.one<readonly Told[]>([
    [planned],
    [planned, { on: early, deed: { kind: 'leave-end', lastDay: early } }],
    [planned, { on: addDays(lastDay, -2), deed: { kind: 'leave-end', lastDay: addDays(lastDay, 30) } }],
    [planned, { on: addDays(lastDay, 9), deed: { kind: 'leave-end', lastDay: addDays(lastDay, 7) } }],
  ])
}

function postChange(chances: Chances, day: LocalDate): Told {
  const { role, location, employmentKind } = somePost(chances)
  const change = chances.one<Partial<PostTerms>>([{ role }, { role }, { location }, { employmentKind }])
  return { on: day, deed: { kind: 'post', change, firstDay: addDays(day, chances.between(-10, 40)) } }
}

function somePost(chances: Chances): PostTerms {
  return {
    role: chances.one(roles),
    location: chances.one(locations),
    employmentKind: chances.one(kinds),
  }
}

/** The Monday of that day's week. */
const monday = (day: LocalDate) => addDays(day, 1 - weekdayOf(day))
