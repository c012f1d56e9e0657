import { Temporal } from 'temporal-polyfill'
import {
  type Instant,
  instantFrom,
  type LocalDate,
  localDateAt,
  localDateFrom,
  startOfDayAt,
} from '#lib/domain/calendar'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'

/** The words of the example tables, read into policies and facts. A phrase that is not understood is an error. */

const zone = 'America/Chicago'

/** `2026-03-08`, or `2026-03-08 23:59` on the practice's clock. */
export function momentFrom(text: string): { readonly on: LocalDate; readonly at: Instant | null } {
  if (!text.includes(':')) return { on: localDateFrom(text), at: null }
  const clock = Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone)
  const at = instantFrom(clock.toInstant().toString())
  return { on: localDateAt(at, zone), at }
}

export function beginningOf(date: string): Instant {
  return startOfDayAt(localDateFrom(date), zone)
}

const cadences: readonly [RegExp, (...words: string[]) => object][] = [
  [/^once$/, () => ({ cadence: 'once' })],
  [/^rolling (\d+) months$/, (months) => ({ cadence: 'rolling', periodMonths: Number(months) })],
  [/^on (\S+) every (\d+) months$/, (day, months) => calendar('fixed-date', months, { fixedDate: day })],
  [/^every (\d+) months from hire$/, (months) => calendar('hire-anniversary', months)],
  [/^licence renewal every (\d+) months$/, (months) => calendar('licence-renewal', months)],
  [/^minimum validity (\d+) months$/, (months) => ({ minimumValidityMonths: Number(months) })],
  [/^window (\d+) months?$/, (months) => ({ window: { months: Number(months) } })],
  [/^window (\d+) days$/, (days) => ({ window: { days: Number(days) } })],
  [/^grace (\d+) days$/, (days) => ({ graceDays: Number(days) })],
  [/^first due after (\d+) days$/, (days) => ({ firstDue: { days: Number(days), notBefore: null } })],
  [/^first due on (\S+)$/, (on) => ({ firstDue: { days: 0, notBefore: localDateFrom(on ?? '') } })],
  [/^early completions earn nothing$/, () => ({ earlyCredit: 'none' })],
  [/^no external evidence$/, () => ({ externalAllowed: false })],
  [/^applies to all$/, () => ({ appliesTo: 'all' })],
  [/^parts (.+)$/, (parts) => ({ parts: parts?.split(', ') })],
  [/^for (.+)$/, (roles) => ({ audience: { roles: roles?.split(', ') } })],
  [/^at (.+)$/, (locations) => ({ audience: { locations: locations?.split(', ') } })],
  [/^as (.+)$/, (kinds) => ({ audience: { employmentKinds: kinds?.split(', ') } })],
]

function calendar(cadence: string, months: string | undefined, day = {}): object {
  return { cadence, periodMonths: Number(months), minimumValidityMonths: 0, ...day }
}

/** `2024-01-01: rolling 12 months; grace 14 days; …` */
export function policyFrom(text: string): Policy {
  const [date = '', terms = ''] = text.split(': ')
  const effectiveOn = localDateFrom(date)
  const said = terms.split('; ').map((phrase) => read(phrase, cadences))
  const audience = Object.assign({}, ...said.map((each) => ('audience' in each ? each.audience : {})))
  return Object.assign(
    { ...defaultTerms, id: date, effectiveOn, recordedAt: beginningOf(date) },
    ...said,
    Object.keys(audience).length > 0 ? { audience } : {},
  )
}

const facts: readonly [RegExp, (...words: string[]) => object][] = [
  [/^hired (.+)$/, (on) => ({ on, kind: 'employed' })],
  [/^left (.+)$/, (on) => ({ on, kind: 'employment-ended' })],
  [/^in (.+) from (.+)$/, (role, on) => ({ on, kind: 'role-started', role })],
  [/^in (.+) until (.+)$/, (role, on) => ({ on, kind: 'role-ended', role })],
  [
    /^at (.+) from (.+)$/,
    (where, on) => ({ on, kind: 'location-set', location: where === 'nowhere' ? null : where }),
  ],
  [/^as (.+) from (.+)$/, (employmentKind, on) => ({ on, kind: 'employment-kind-set', employmentKind })],
  [/^licence renews (\S+) known (.+)$/, (dueOn, on) => ({ on, kind: 'licence-renewal-set', dueOn })],
  [/^completed renewal (\d.+)$/, (on) => ({ on, kind: 'completed', version: 1, scope: 'renewal' })],
  [/^began (\w+) (.+)$/, (part, on) => ({ on, kind: 'part-started', part })],
  [/^did (\w+) (.+)$/, (part, on) => ({ on, kind: 'part-completed', part, version: 1 })],
  [/^completed (\d.+)$/, (on) => ({ on, kind: 'completed', version: 1 })],
  [/^completed v(\d) (.+)$/, (version, on) => ({ on, kind: 'completed', version: Number(version) })],
  [
    /^certificate from (.+) (\S+) to (\S+)$/,
    (provider, on, validThrough) => ({ on, kind: 'external-accepted', provider, validThrough }),
  ],
  [/^certificate from (.+) (\d\S+)$/, (provider, on) => ({ on, kind: 'external-accepted', provider })],
  [/^leave (\d\S+) to (\S+)$/, (on, through) => ({ on, kind: 'leave-started', through })],
  [/^leave ended (.+)$/, (on) => ({ on, kind: 'leave-ended' })],
  [/^extended (\S+) to (\S+)$/, (on, to) => ({ on, kind: 'extended', to })],
  [/^exempt (\S+) to (\S+)$/, (on, through) => ({ on, kind: 'exempted', through })],
  [
    /^(editorial|clarifying) v(\d) (.+)$/,
    (change, version, on) => ({ on, kind: 'superseded', change, version: Number(version) }),
  ],
  [
    /^(material|critical) v(\d) (\S+) (?:due|stops) (\S+)$/,
    (change, version, on, dueOn) => ({ on, kind: 'superseded', change, version: Number(version), dueOn }),
  ],
  [
    /^(material|critical) renewal v(\d) (\S+) (?:due|stops) (\S+)$/,
    (change, version, on, dueOn) => {
      return { on, kind: 'superseded', change, version: Number(version), dueOn, scope: 'renewal' }
    },
  ],
  [
    /^update renewal v(\d) (.+)$/,
    (version, on) => ({ on, kind: 'updated', version: Number(version), scope: 'renewal' }),
  ],
  [
    /^completed renewal v(\d) (.+)$/,
    (version, on) => ({ on, kind: 'completed', version: Number(version), scope: 'renewal' }),
  ],
  [/^update v(\d) (.+)$/, (version, on) => ({ on, kind: 'updated', version: Number(version) })],
  [/^retired (.+)$/, (on) => ({ on, kind: 'retired' })],
]
const corrections: readonly [RegExp, (...words: string[]) => object][] = [
  [/^that (?:correction )?void$/, () => ({ outcome: 'void' })],
  [/^that (?:correction )?moved to (.+)$/, (on) => ({ on, outcome: 'moved' })],
]

/** Facts separated by semicolons. `that` is the last fact which is no correction; `that correction` the last one. */
export function factsFrom(text: string): readonly EvidenceEvent[] {
  const all: EvidenceEvent[] = []
  for (const said of text.split('; ')) {
    const [phrase = '', noted] = said.split(' noted ')
    all.push(factFrom(`e${all.length + 1}`, meaningOf(phrase, noted, all), noted))
  }
  return all
}

function meaningOf(phrase: string, noted: string | undefined, before: readonly EvidenceEvent[]): object {
  if (!phrase.startsWith('that ')) return read(phrase, facts)
  const aboutCorrection = phrase.startsWith('that correction ')
  const corrects = before.findLast(({ kind }) => (kind === 'corrected') === aboutCorrection)?.id
  return { kind: 'corrected', on: noted, corrects, ...read(phrase, corrections) }
}

function factFrom(id: string, said: object, noted: string | undefined): EvidenceEvent {
  const { on: when, ...details } = said as { on: string }
  const { on, at } = momentFrom(when)
  const recorded = { id, effectiveOn: on, recordedAt: beginningOf(noted ?? on), ...(at && { at }) }
  return Object.assign(recorded, details) as EvidenceEvent
}

function read(phrase: string, meanings: readonly [RegExp, (...words: string[]) => object][]): object {
  for (const [pattern, meaning] of meanings) {
    const found = pattern.exec(phrase)
    if (found) return meaning(...found.slice(1))
  }
  throw new Error(`not understood: "${phrase}"`)
}

export type TableRow = { readonly policies: readonly Policy[]; readonly cells: readonly string[] }

/** Every row of every table, each with the policies that were named since the table before. */
export function rowsOf(markdown: string): readonly TableRow[] {
  const rows: TableRow[] = []
  let policies: Policy[] = []
  let isInTable = false
  for (const line of markdown.split('\n')) {
    if (line.startsWith('Policy from ')) {
      if (isInTable) policies = []
      policies.push(policyFrom(line.slice('Policy from '.length)))
      isInTable = false
    }
    if (/^\| (?!what happened|---)/.test(line)) {
      isInTable = true
      rows.push({
        policies,
        cells: line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      })
    }
  }
  return rows
}
