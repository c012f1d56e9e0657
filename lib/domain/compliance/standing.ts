import { earlierOf, type LocalDate } from '#lib/domain/calendar'
import { basisOn } from '#lib/domain/compliance/basis'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import {
  cycleFrom,
  findCompletionByParts,
  findExtension,
  isOpenToParts,
  withBegun,
  withExtension,
  withPart,
} from '#lib/domain/compliance/cycle'
import { type Completion, externalCompletion, gainFrom } from '#lib/domain/compliance/earning'
import {
  type Completed,
  type ExternalAccepted,
  type PartCompleted,
  type PartStarted,
  type Superseded,
  scopeOf,
  type TrackScope,
  type Updated,
} from '#lib/domain/compliance/evidence'
import { type Circumstances, cycleStarts } from '#lib/domain/compliance/obligation'
import type { Policy } from '#lib/domain/compliance/policy'
import { requirePolicyThatGoverns } from '#lib/domain/compliance/policy-versions'
import { findSpellOn } from '#lib/domain/compliance/spells'
import { begunAnew, earningIds, nothingYet, type Standing } from '#lib/domain/compliance/standing-record'
import { cutBy, findChange, limitedBy, withVersion } from '#lib/domain/compliance/supersession'
import { bestPlaced } from '#lib/domain/compliance/waiting'

/** Replays the evidence, in order of time, up to `upTo`. Asks for at least one policy version. */
export function standingAfter(
  counted: readonly Counted[],
  circumstances: Circumstances,
  upTo: LocalDate,
): Standing {
  const turns = cycleStarts(circumstances)
  let standing = nothingYet(earliest(turns[0], counted[0]?.on) ?? upTo)
  let turn = 0
  for (const [place, fact] of counted.entries()) {
    // On its day, a turn comes before the facts.
    for (let on = turns[turn]; on !== undefined && on <= fact.on; on = turns[turn]) {
      standing = begunAnew(standing, on)
      turn += 1
    }
    standing = advanced(standing, fact, place, circumstances)
  }
  return turns.slice(turn).reduce(begunAnew, standing)
}

function earliest(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  return a !== undefined && b !== undefined ? earlierOf(a, b) : (a ?? b)
}

/** What one fact changes. Facts about employment, roles and excuses are read elsewhere. */
function advanced(standing: Standing, fact: Counted, place: number, circumstances: Circumstances): Standing {
  const { event } = fact
  switch (event.kind) {
    case 'superseded':
      return superseded(standing, { ...fact, event }, place)
    case 'extended':
      return { ...standing, cycle: withExtension(standing.cycle, { ...fact, event }) }
    case 'external-accepted':
      return accepted(standing, { ...fact, event }, circumstances, place)
    case 'licence-renewal-set':
      return licenceKnown(standing, fact.on, circumstances, place)
    case 'part-started':
    case 'part-completed':
    case 'completed':
    case 'updated':
      return worked(standing, { ...fact, event }, circumstances, place)
    case 'employed':
    case 'employment-ended':
    case 'role-started':
    case 'role-ended':
    case 'location-set':
    case 'employment-kind-set':
    case 'leave-started':
    case 'leave-ended':
    case 'exempted':
    case 'corrected':
    case 'retired':
      return standing
  }
}

type Work = Counted<PartStarted | PartCompleted | Completed | Updated>

/** What the person did counts on any day of employment, on leave too, and on no other day. */
function worked(standing: Standing, work: Work, circumstances: Circumstances, place: number): Standing {
  if (!findSpellOn(circumstances.employment, work.on)) return standing
  const { event } = work
  const policy = requirePolicyThatGoverns(circumstances.versions, work.on)
  switch (event.kind) {
    case 'part-started':
      return { ...standing, cycle: withBegun(standing.cycle, { ...work, event }, policy) }
    case 'part-completed':
      return partDone(standing, { ...work, event }, policy, circumstances, place)
    case 'completed':
      return policy.parts === null
        ? completed(standing, wholeTrack({ ...work, event }), circumstances, place)
        : standing
    case 'updated':
      return reaching(standing, scopeOf(event), event.version)
  }
}

function wholeTrack({ event, on, at, ids }: Counted<Completed>): Completion {
  const { id: closedBy, version } = event
  return { on, at, version, ids, closedBy, statedThrough: null, track: scopeOf(event) }
}

function partDone(
  standing: Standing,
  done: Counted<PartCompleted>,
  policy: Policy,
  circumstances: Circumstances,
  place: number,
): Standing {
  if (!isOpenToParts(standing.earned, policy, done.on)) return standing
  const cycle = withPart(standing.cycle, done, policy)
  const completion = findCompletionByParts(cycle, done, policy)
  return completion
    ? completed({ ...standing, cycle }, completion, circumstances, place)
    : { ...standing, cycle }
}

/** Evidence from elsewhere counts on any day. */
function accepted(
  standing: Standing,
  external: Counted<ExternalAccepted>,
  circumstances: Circumstances,
  place: number,
): Standing {
  const policy = requirePolicyThatGoverns(circumstances.versions, external.on)
  const completion = externalCompletion(external)
  return policy.externalAllowed && completion
    ? completed(standing, completion, circumstances, place)
    : standing
}

function completed(
  standing: Standing,
  completion: Completion,
  circumstances: Circumstances,
  place: number,
): Standing {
  const { track, version } = completion
  const next = reaching(standing, track, version ?? standing.published[track])
  const { earned, cycle, steps, changes } = next
  const basis = basisOn(circumstances, completion.on)
  const extension = findExtension(cycle, earned, basis)
  const gain = gainFrom(completion, earned, basis, extension?.to ?? null)
  const limited = gain && limitedBy(changes, gain, completion, earned)
  if (!limited) return next
  const extensionIds = limited.gain.usesExtension && extension ? extension.ids : []
  const ids = [...completion.ids, ...(basis.dates?.ids ?? []), ...extensionIds, ...limited.ids]
  const step = { ids, fresh: limited.gain.fresh, place }
  const isForNow = earned?.isProvisional || limited.gain.earned.isProvisional
  const replaced = earned && isForNow ? [{ earned, ids: earningIds(next) }] : []
  return {
    ...next,
    earned: limited.gain.earned,
    waiting: [...next.waiting, ...replaced],
    cycle: cycleFrom(completion.on, completion),
    steps: [...steps, step],
  }
}

function licenceKnown(
  standing: Standing,
  on: LocalDate,
  circumstances: Circumstances,
  place: number,
): Standing {
  const { earned, steps } = standing
  if (!earned) return standing
  const { best, waiting } = bestPlaced(on, earned, standing.waiting, circumstances)
  if (!best) return { ...standing, waiting }
  const step = { ids: best.ids, fresh: false, place }
  return { ...standing, earned: best.earned, waiting, steps: [...steps, step] }
}

function reaching(standing: Standing, track: TrackScope, version: number): Standing {
  return { ...standing, reached: withVersion(standing.reached, track, version) }
}

/** A critical change ends what it reaches, and with it the time that was given for the old due date. */
function superseded(standing: Standing, fact: Counted<Superseded>, place: number): Standing {
  const published = withVersion(standing.published, scopeOf(fact.event), fact.event.version)
  const change = findChange(fact)
  if (!change) return { ...standing, published }
  const waiting = standing.waiting.filter((each) => cutBy(change, each.earned) === null)
  const next = { ...standing, published, waiting, changes: [...standing.changes, change] }
  const cut = standing.earned && cutBy(change, standing.earned)
  if (!cut) return next
  const cycle = { ...standing.cycle, extensions: [] }
  return { ...next, earned: cut, cycle, steps: [...standing.steps, { ids: change.ids, fresh: false, place }] }
}
