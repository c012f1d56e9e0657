import { z } from 'zod'
import { count, date, instant, words } from '#lib/cli/history/fields'
import { type RowFault, when } from '#lib/cli/history/row-fault'
import { type Instant, localDateAt, startOfDayAt } from '#lib/domain/calendar'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { invariant } from '#lib/domain/invariant'

const recorded = { id: words, recordedAt: instant.nullish(), on: date.nullish(), at: instant.nullish() }
/** What does not say its version is of the first one. */
const version = count(1).nullish()
const scope = z.literal('renewal', 'expected renewal, or nothing').nullish()

function fact<Kind extends string, Details extends z.ZodRawShape>(kind: Kind, details: Details) {
  return z.strictObject({ ...recorded, kind: z.literal(kind), ...details })
}

const kinds = [
  fact('employed', {}),
  fact('employment-ended', {}),
  fact('role-started', { role: words.nullish() }),
  fact('role-ended', { role: words.nullish() }),
  fact('location-set', { location: words.nullable() }),
  fact('employment-kind-set', { employmentKind: words }),
  fact('part-started', { part: words }),
  fact('part-completed', { part: words, version }),
  fact('completed', { version, scope }),
  fact('external-accepted', { provider: words.nullish(), validThrough: date.nullish(), scope }),
  fact('leave-started', { through: date }),
  fact('leave-ended', {}),
  fact('extended', { to: date }),
  fact('exempted', { through: date }),
  fact('corrected', { corrects: words, void: z.boolean('expected true or false').nullish() }),
  fact('superseded', {
    version: count(1),
    change: z.enum(
      ['editorial', 'clarifying', 'material', 'critical'],
      'expected editorial, clarifying, material or critical',
    ),
    dueOn: date.nullish(),
    scope,
  }),
  fact('updated', { version: count(1), scope }),
  fact('licence-renewal-set', { dueOn: date }),
  fact('retired', {}),
] as const

const knownKinds = kinds.map(({ shape }) => shape.kind.value).join(', ')
export const eventSchema = z.discriminatedUnion(
  'kind',
  kinds,
  `expected an event whose kind is one of ${knownKinds}`,
)
export type EventFields = z.infer<typeof eventSchema>

/** What is wrong between the fields of one event as it stands in the file, whatever is wrong within them. */
export function eventFaults(row: Readonly<Record<string, unknown>>): readonly RowFault[] {
  const { kind, on, at, recordedAt, through, change, dueOn } = row
  const hasDay = Boolean(on) || Boolean(at)
  // A fact that never was needs no day, but a moment from which that is known.
  const isVoid = kind === 'corrected' && row['void'] === true
  const endsEarly = typeof through === 'string' && typeof on === 'string' && through < on
  const binds = change === 'material' || change === 'critical'
  return [
    ...when(Boolean(on) && Boolean(at), 'at', 'give on or at, not both'),
    ...when(!hasDay && !isVoid, 'on', 'needed: a date on, or a moment at'),
    ...when(!hasDay && isVoid && !recordedAt, 'recordedAt', 'needed where there is no on and no at'),
    ...when(endsEarly, 'through', 'lies before the event itself'),
    ...when(kind === 'superseded' && binds && !dueOn, 'dueOn', 'needed for a change that binds'),
  ]
}

/** The fact that an event states, on the practice's day. */
export function factFrom(event: EventFields, zone: string): EvidenceEvent {
  const { id, on, at, recordedAt } = event
  const moment = at ?? recordedAt
  invariant(on || moment, 'a checked event has a day, or a moment')
  const effectiveOn = on ?? localDateAt(moment as Instant, zone)
  const written = { id, effectiveOn, recordedAt: recordedAt ?? startOfDayAt(effectiveOn, zone) }
  return { ...written, ...(at && { at }), ...detailsOf(event) }
}

type DetailsOf<Event> = Event extends EvidenceEvent
  ? Omit<Event, 'id' | 'effectiveOn' | 'recordedAt' | 'at'>
  : never

function detailsOf(event: EventFields): DetailsOf<EvidenceEvent> {
  const { kind } = event
  switch (kind) {
    case 'role-started':
    case 'role-ended':
      return { kind, role: event.role ?? '' }
    case 'location-set':
      return { kind, location: event.location }
    case 'employment-kind-set':
      return { kind, employmentKind: event.employmentKind }
    case 'part-started':
      return { kind, part: event.part }
    case 'part-completed':
      return { kind, part: event.part, version: event.version ?? 1 }
    case 'completed':
      return { kind, version: event.version ?? 1, ...scopeOf(event) }
    case 'external-accepted':
      return {
        kind,
        provider: event.provider ?? '',
        ...(event.validThrough && { validThrough: event.validThrough }),
        ...scopeOf(event),
      }
    case 'leave-started':
    case 'exempted':
      return { kind, through: event.through }
    case 'extended':
      return { kind, to: event.to }
    case 'corrected':
      return { kind, corrects: event.corrects, outcome: event.void ? 'void' : 'moved' }
    case 'superseded':
      return supersessionOf(event)
    case 'updated':
      return { kind, version: event.version, ...scopeOf(event) }
    case 'licence-renewal-set':
      return { kind, dueOn: event.dueOn }
    case 'employed':
    case 'employment-ended':
    case 'leave-ended':
    case 'retired':
      return { kind }
  }
}

function scopeOf({ scope }: { readonly scope?: 'renewal' | null | undefined }) {
  return scope ? { scope } : {}
}

function supersessionOf({
  kind,
  version,
  change,
  dueOn,
  scope,
}: Extract<EventFields, { readonly kind: 'superseded' }>): DetailsOf<EvidenceEvent> {
  const track = scopeOf({ scope })
  if (change === 'editorial' || change === 'clarifying') return { kind, version, change, ...track }
  invariant(dueOn, 'a checked change that binds says when')
  return { kind, version, change, dueOn, ...track }
}
