import { z } from 'zod'
import { eventFaults, eventSchema, factFrom } from '#lib/cli/history/event-schema'
import { date, instant, zone } from '#lib/cli/history/fields'
import { policyFaults, policyFrom, policySchema } from '#lib/cli/history/policy-schema'
import { type RowFault, when } from '#lib/cli/history/row-fault'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'

/** A question: where the person stood on a day, as it was known at a moment; undefined for all that is known. */
export type Question = { readonly asOf: LocalDate; readonly knownAt: Instant | undefined }

/** A history and what is asked of it, or what is wrong with the file, one line each as `path: message`. */
export type ReadHistory =
  | { readonly kind: 'read'; readonly history: History; readonly questions: readonly Question[] }
  | { readonly kind: 'faults'; readonly lines: readonly string[] }

const question = z.strictObject(
  { asOf: date.nullish(), at: instant.nullish(), knownAt: instant.nullish() },
  'expected an object',
)

function questionFaults({ asOf, at }: Row): readonly RowFault[] {
  return [
    ...when(!asOf && !at, 'asOf', 'needed: a date asOf, or a moment at'),
    ...when(Boolean(asOf) && Boolean(at), 'at', 'give asOf or at, not both'),
  ]
}

const schema = z.strictObject(
  {
    zone,
    policies: z.array(policySchema, 'expected a list of policies'),
    events: z.array(eventSchema, 'expected a list of events'),
    ask: z.array(question, 'expected a list of questions'),
  },
  'expected an object with zone, policies, events and ask',
)

/** Reads what the file says; days are those of its zone. Every fault is told, not only the first. */
export function readHistory(json: unknown): ReadHistory {
  const read = schema.safeParse(json)
  const faults = [...(read.error?.issues ?? []).flatMap(faultsOf), ...faultsBetween(json)]
  if (!read.success || faults.length > 0) return { kind: 'faults', lines: linesOf(faults) }
  const { zone: where, policies, events, ask } = read.data
  return {
    kind: 'read',
    history: {
      zone: where,
      policies: policies.map((policy) => policyFrom(policy, where)),
      events: events.map((event) => factFrom(event, where)),
    },
    questions: ask.map(({ asOf, at, knownAt }) => ({
      asOf: asOf ?? localDateAt(at as Instant, where),
      knownAt: knownAt ?? undefined,
    })),
  }
}

/** A place in the file, and what is wrong there. */
type Fault = readonly [path: string, message: string]

/** One line a place: what is both misspelt and missing is told once. */
function linesOf(faults: readonly Fault[]): readonly string[] {
  const messages = new Map(faults.toReversed())
  return [...messages].toReversed().map(([path, message]) => `${path}: ${message}`)
}

/** A field that is not known is named itself, not the object that it stands in. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code !== 'unrecognized_keys') return [[pathOf(issue.path), issue.message]]
  return issue.keys.map((key) => [pathOf([...issue.path, key]), 'no such field'])
}

function pathOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return steps.length === 0 ? '(file)' : steps.join('').replace(/^\./, '')
}

/** What is wrong between fields and between rows. Read from the file itself, so that it is told beside what is wrong within. */
function faultsBetween(json: unknown): readonly Fault[] {
  const [policies, events, ask] = ['policies', 'events', 'ask'].map((list) => rowsOf(json, list))
  const named = new Set((events ?? []).map((event) => (isObject(event) ? event['id'] : undefined)))
  return [
    ...inRows('policies', policies, policyFaults),
    ...inRows('policies', policies, usedTwice()),
    ...inRows('events', events, eventFaults),
    ...inRows('events', events, usedTwice()),
    ...inRows('events', events, (row) => correctionFaults(row, named)),
    ...inRows('ask', ask, questionFaults),
  ]
}

type Row = Readonly<Record<string, unknown>>

function inRows(
  list: string,
  rows: readonly unknown[] = [],
  faultsIn: (row: Row) => readonly RowFault[],
): readonly Fault[] {
  return rows.flatMap((row, index) =>
    isObject(row)
      ? faultsIn(row).map(([field, message]): Fault => [`${list}[${index}].${field}`, message])
      : [],
  )
}

function usedTwice(): (row: Row) => readonly RowFault[] {
  const seen = new Set<unknown>()
  return ({ id }) => {
    const isTwice = seen.has(id)
    if (typeof id === 'string') seen.add(id)
    return when(isTwice, 'id', 'is used twice')
  }
}

function correctionFaults({ id, kind, corrects }: Row, named: ReadonlySet<unknown>): readonly RowFault[] {
  if (kind !== 'corrected' || typeof corrects !== 'string') return []
  if (corrects === id) return [['corrects', 'names itself']]
  return when(!named.has(corrects), 'corrects', 'names no event')
}

function rowsOf(json: unknown, list: string): readonly unknown[] {
  const rows = isObject(json) ? json[list] : undefined
  return Array.isArray(rows) ? rows : []
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}
