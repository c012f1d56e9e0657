import type { Capability } from '#lib/domain/access/actor'
import { addDays, addMonths, type LocalDate } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { EmploymentKind, Role } from '#lib/domain/people/roles'

// The people of demonstrations, journeys and screenshots: each in one situation, in dates that follow from today.

/** What somebody does, or what happens to them, on a day. */
export type Scene = { readonly on: LocalDate } & (
  | { readonly does: 'accepts-invitation' }
  | { readonly does: 'begins-training' }
  | { readonly does: 'completes-training' }
  | { readonly does: 'goes-on-leave'; readonly through: LocalDate }
  | { readonly does: 'is-exempted'; readonly through: LocalDate; readonly reason: string }
  | { readonly does: 'is-reminded' }
  | { readonly does: 'leaves-the-practice' }
)

export type Character = {
  readonly name: string
  readonly emailAddress: string
  readonly role: Role
  readonly employmentKind: EmploymentKind
  /** Beyond training. */
  readonly capabilities: readonly Capability[]
  readonly startedOn: LocalDate
  /** The day on which the practice entered them in Beacon. */
  readonly addedOn: LocalDate
  /** One sentence: which situation this character is there to show. */
  readonly situation: string
  readonly scenes: readonly Scene[]
}

export type CastPractice = {
  readonly name: string
  readonly state: string
  readonly timeZone: string
  readonly openedOn: LocalDate
  /** Sets up the practice and its requirement. */
  readonly founder: Character
  readonly requirement: { readonly on: LocalDate; readonly draft: RequirementDraft }
  readonly staff: readonly Character[]
}

/** The password of every sample person. It protects nobody: everyone here is made up. */
export const castPassword = 'quiet harbor morning'

const yearly: RequirementDraft = {
  trackId: 'foundations',
  roles: [],
  rhythm: { cadence: 'rolling', periodMonths: 12 },
  firstDueDays: 30,
  windowMonths: 2,
  graceDays: 14,
  returnDays: 30,
  attemptLimit: 3,
}

/** Two practices that share one person, as they stand on the day `today`. */
export function cast(today: LocalDate): readonly CastPractice[] {
  return [gateway(today), ozark(today)]
}

/** Days of the first practice, whose requirement is a little older than a year. */
type Calendar = {
  readonly today: LocalDate
  readonly opened: LocalDate
  readonly person: ReturnType<typeof characterOf>
  readonly ago: (days: number) => LocalDate
  /** The day of a completion that counts through so many days from today; below nought, its year is over. */
  readonly countsThrough: (days: number) => LocalDate
}

function gateway(today: LocalDate): CastPractice {
  const opened = addMonths(today, -14)
  const longSince = { startedOn: addMonths(opened, -30), addedOn: addDays(opened, 1) }
  const calendar: Calendar = {
    today,
    opened,
    person: characterOf('gateway.example', longSince),
    ago: (days) => addDays(today, -days),
    countsThrough: (days) => addMonths(addDays(today, days), -12),
  }
  return {
    name: 'Gateway Family Practice',
    state: 'MO',
    timeZone: 'America/Chicago',
    openedOn: opened,
    requirement: { on: addDays(opened, 2), draft: yearly },
    founder: calendar.person('Ruth Calloway', 'lead', {
      capabilities: ['manage', 'author', 'review', 'administer'],
      addedOn: opened,
      situation: 'Administrator: reads the outbox and decides who may do what. Her training is current.',
      scenes: [completes(calendar.ago(150))],
    }),
    staff: [...currentStaff(calendar), ...dueStaff(calendar), ...lateStaff(calendar), ...awayStaff(calendar)],
  }
}

function currentStaff({ opened, person, ago, countsThrough }: Calendar): readonly Character[] {
  return [
    person('Marisol Vega', 'front-desk', {
      capabilities: ['manage'],
      situation: 'Practice manager: looks after the table of who is current. Her own training is current.',
      scenes: [accepts(addDays(opened, 3)), completes(ago(95))],
    }),
    person('Ellen Strand', 'nurse', {
      capabilities: ['author', 'review'],
      situation: 'Trainer: may write and review modules. Her training is current.',
      scenes: [accepts(addDays(opened, 3)), completes(ago(200))],
    }),
    person('Nadia Haddad', 'nurse', {
      situation: 'Current for the second year: she renewed inside the window and kept her date.',
      scenes: [accepts(addDays(opened, 4)), completes(countsThrough(-30)), completes(ago(60))],
    }),
    person('Sofia Marin', 'billing', {
      employmentKind: 'contractor',
      situation: 'Contractor, current here; works at a second practice too, which does not see this.',
      scenes: [accepts(addDays(opened, 7)), completes(ago(45))],
    }),
  ]
}

function dueStaff({ today, person, ago, countsThrough }: Calendar): readonly Character[] {
  return [
    person('Grace Lindqvist', 'medical-assistant', {
      ...hired(ago(370)),
      situation: 'Current, with twenty days left: her renewal is open.',
      scenes: [accepts(ago(368)), completes(countsThrough(20))],
    }),
    person('Tomás Rivera', 'front-desk', {
      ...hired(ago(18)),
      situation: 'Due in twelve days and has not begun.',
      scenes: [accepts(ago(17))],
    }),
    person('Hannah Okafor', 'clinician', {
      ...hired(ago(12)),
      situation: 'In progress: read the first lesson and will go on.',
      scenes: [accepts(ago(11)), begins(ago(3))],
    }),
    person('Amy Chen', 'nurse', {
      ...hired(today),
      situation: 'Hired today: her invitation waits in the outbox.',
      scenes: [],
    }),
  ]
}

function lateStaff({ opened, person, ago, countsThrough }: Calendar): readonly Character[] {
  return [
    person('Leon Baptiste', 'billing', {
      situation: 'In grace: his year ended five days ago.',
      scenes: [accepts(addDays(opened, 5)), completes(countsThrough(-5)), reminded(ago(4))],
    }),
    person('Omar Said', 'medical-assistant', {
      situation: 'Lapsed yesterday, when his days of grace were over. He was reminded.',
      scenes: [
        accepts(addDays(opened, 6)),
        completes(countsThrough(-16)),
        reminded(ago(30)),
        reminded(ago(8)),
      ],
    }),
    person('Bill Novak', 'front-desk', {
      ...hired(ago(80)),
      situation: 'Overdue, and has never signed in: his invitation expired.',
      scenes: [],
    }),
  ]
}

function awayStaff({ today, opened, person, ago, countsThrough }: Calendar): readonly Character[] {
  return [
    person('Priya Raman', 'clinician', {
      situation: 'On leave over her due day: she has thirty days after her return.',
      scenes: [
        accepts(addDays(opened, 4)),
        completes(countsThrough(-10)),
        { does: 'goes-on-leave', on: ago(40), through: addDays(today, 35) },
      ],
    }),
    person('Walter Jennings', 'clinician', {
      ...hired(ago(90)),
      situation: 'Exempt for another sixty days, by a decision with a reason.',
      scenes: [
        accepts(ago(88)),
        {
          does: 'is-exempted',
          on: ago(75),
          through: addDays(today, 60),
          reason: 'On assignment abroad for a partner clinic',
        },
      ],
    }),
    person('Carl Benson', 'other', {
      situation: 'Left three weeks ago: no longer counted, still on record.',
      scenes: [
        accepts(addDays(opened, 4)),
        completes(ago(300)),
        { does: 'leaves-the-practice', on: ago(21) },
      ],
    }),
  ]
}

function ozark(today: LocalDate): CastPractice {
  const ago = (days: number) => addDays(today, -days)
  const opened = ago(90)
  const person = characterOf('ozark.example', { startedOn: ago(900), addedOn: addDays(opened, 1) })
  return {
    name: 'Ozark Dental Care',
    state: 'MO',
    timeZone: 'America/Chicago',
    openedOn: opened,
    requirement: {
      on: addDays(opened, 2),
      draft: { ...yearly, rhythm: { cadence: 'once' }, firstDueDays: 60, windowMonths: 0 },
    },
    founder: person('Ben Tillman', 'dental', {
      capabilities: ['manage', 'author', 'review', 'administer'],
      addedOn: opened,
      situation: 'Manager and administrator of the second practice, current for good: it asks once.',
      scenes: [completes(ago(70))],
    }),
    staff: [
      person('Kara Dunn', 'dental', {
        situation: 'Overdue at a practice that asks once.',
        scenes: [accepts(addDays(opened, 3))],
      }),
      {
        ...person('Sofia Marin', 'billing', {
          employmentKind: 'contractor',
          ...hired(ago(40)),
          situation: 'The same contractor: not started here, whatever she completed elsewhere.',
          scenes: [],
        }),
        emailAddress: 'sofia.marin@gateway.example',
      },
    ],
  }
}

const accepts = (on: LocalDate): Scene => ({ does: 'accepts-invitation', on })
const begins = (on: LocalDate): Scene => ({ does: 'begins-training', on })
const completes = (on: LocalDate): Scene => ({ does: 'completes-training', on })
const reminded = (on: LocalDate): Scene => ({ does: 'is-reminded', on })
const hired = (on: LocalDate) => ({ startedOn: on, addedOn: on })

type Usual = Pick<Character, 'startedOn' | 'addedOn'>
type Own = Partial<Character> & Pick<Character, 'situation' | 'scenes'>

function characterOf(domain: string, usual: Usual) {
  return (name: string, role: Role, own: Own): Character => ({
    name,
    role,
    emailAddress: `${asciiOf(name)}@${domain}`,
    employmentKind: 'employee',
    capabilities: [],
    ...usual,
    ...own,
  })
}

/** "Tomás Rivera" as it stands before the @. */
function asciiOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')
}
