import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/data/database'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { insertTrackVersion } from '#lib/data/library'
import { listRetirements } from '#lib/data/requirement-facts'
import {
  addDays,
  type Instant,
  type LocalDate,
  localDateAt,
  localDateFrom,
  momentAt,
} from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import { changeRequirement } from '#lib/use-cases/practice/change-requirement'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { restoreRequirement } from '#lib/use-cases/practice/restore-requirement'
import { retireRequirement } from '#lib/use-cases/practice/retire-requirement'
import type { Dated, Scene } from '#tests/support/decade/decisions'
import type { StoryPractice } from '#tests/support/decade/practice'
import type { Happening } from '#tests/support/decade/simulation'
import { yearly } from '#tests/support/managing'
import { as } from '#tests/support/world'

type Standing = { readonly id: string; readonly draft: RequirementDraft; readonly version: number }

/** The scenes as happenings of one practice, in the afternoon of their days. */
export function scriptOf(
  practice: StoryPractice,
  scenes: readonly Dated[],
): ReadonlyMap<LocalDate, readonly Happening[]> {
  const standing = new Map<string, Standing>()
  const happenings = scenes.map(([day, scene]) => {
    const at = momentAt(localDateFrom(day), '13:00', practice.zone)
    const play = () => playScene(practice, standing, scene, at)
    return { day: localDateFrom(day), at, what: scene.kind, whom: 'everyone', play }
  })
  return Map.groupBy(happenings, ({ day }) => day)
}

type Played = { practice: StoryPractice; standing: Map<string, Standing>; at: Instant }

async function playScene(
  practice: StoryPractice,
  standing: Map<string, Standing>,
  scene: Scene,
  at: Instant,
): Promise<string> {
  const played = { practice, standing, at }
  switch (scene.kind) {
    case 'require':
      return require(played, scene)
    case 'change':
      return change(played, scene)
    case 'retire':
    case 'restore':
      return retire(played, scene)
    case 'publish':
      return publish(played, scene)
    case 'update':
      return update(played, scene)
  }
}

type Of<Kind extends Scene['kind']> = Extract<Scene, { kind: Kind }>
const told = (result: { ok: true } | { ok: false; refusal: string }) => (result.ok ? 'done' : result.refusal)

async function require(
  { practice, standing, at }: Played,
  { name, draft: own }: Of<'require'>,
): Promise<string> {
  const { practiceId, world, manager } = practice
  const id = randomUUID()
  const draft = { ...yearly, ...own }
  standing.set(name, { id, draft, version: 1 })
  return told(
    await as(
      world,
      manager,
      (context) => createRequirement(context, { practiceId, requirementId: id, draft }),
      at,
    ),
  )
}

function standingOf({ standing }: Played, name: string): Standing {
  const found = standing.get(name)
  if (!found) throw new Error(`${name} was required before`)
  return found
}

async function change(played: Played, { name, draft: own, appliesTo }: Of<'change'>): Promise<string> {
  const { practice, standing, at } = played
  const { id: requirementId, draft: before, version: after } = standingOf(played, name)
  const draft = { ...before, windowDays: null, effectiveOn: null, ...own }
  standing.set(name, { id: requirementId, draft, version: after + 1 })
  const input = {
    practiceId: practice.practiceId,
    requirementId,
    after,
    draft,
    appliesTo,
    reason: 'As the partners decided',
  }
  return told(await as(practice.world, practice.manager, (context) => changeRequirement(context, input), at))
}

async function retire(played: Played, scene: Of<'retire' | 'restore'>): Promise<string> {
  const { practice, at } = played
  const { practiceId, world, manager, zone } = practice
  const { id: requirementId } = standingOf(played, scene.name)
  const named = { practiceId, requirementId, reason: 'As the partners decided' }
  if (scene.kind === 'retire') {
    const retiredOn = addDays(localDateAt(at, zone), scene.inDays)
    return told(
      await as(world, manager, (context) => retireRequirement(context, { ...named, retiredOn }), at),
    )
  }
  const [latest] = await practice.here.inPractice((tx) =>
    listRetirements(tx, { practiceId, timeZone: zone }, requirementId),
  )
  return told(
    await as(
      world,
      manager,
      (context) => restoreRequirement(context, { ...named, retirementId: latest?.id ?? '' }),
      at,
    ),
  )
}

/** No use case publishes and says what changed in one: the version as the content command does, the fact as one day it will. */
async function publish(
  { practice, at }: Played,
  { trackId, version, change: kind, inDays }: Of<'publish'>,
): Promise<string> {
  const modules = [trackId === 'privacy' ? 'm1' : 'm2']
  const track = { id: trackId, version, title: trackId, summary: trackId, changeKind: kind, modules }
  await inTransaction(practice.world.owner, (tx) =>
    insertTrackVersion(tx, { ...track, contentHash: `${trackId} ${version}` }, at),
  )
  const today = localDateAt(at, practice.zone)
  const binds = kind === 'clarifying' ? {} : { dueOn: addDays(today, inDays) }
  const details = { version, change: kind, ...binds }
  const fact = { kind: 'superseded', trackId, effectiveOn: today, details }
  return write(
    practice,
    [...practice.staff.values()].map(({ staffMemberId }) => ({ ...fact, staffMemberId })),
    at,
  )
}

async function update({ practice, at }: Played, { trackId, version, skips }: Of<'update'>): Promise<string> {
  const fact = { kind: 'updated', trackId, effectiveOn: localDateAt(at, practice.zone), details: { version } }
  const whom = [...practice.staff.values()].filter((_, index) => index % skips !== 0)
  return write(
    practice,
    whom.map(({ staffMemberId }) => ({ ...fact, staffMemberId })),
    at,
  )
}

async function write(
  { here, practiceId, manager }: StoryPractice,
  facts: readonly NewEvidence[],
  at: Instant,
): Promise<string> {
  await here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, facts, at))
  return 'done'
}
