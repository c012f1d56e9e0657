import { randomUUID } from 'node:crypto'
import { canonicalHash } from '#lib/content/canonical-hash'
import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertModuleVersion } from '#lib/data/library'
import { publishHoldingTracks } from '#lib/data/publish-holding-tracks'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { ownKey } from '#lib/domain/authoring/own-key'
import { addMinutes, type Instant, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { ChangeKind } from '#lib/domain/curriculum/module'
import { publishTrack } from '#lib/use-cases/authoring/publish-track'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, moduleVersion, noon, type World } from '#tests/support/world'

type TrackChanged = {
  readonly changeKind: ChangeKind
  readonly dueOn?: LocalDate
  readonly after?: number
  readonly at?: Instant
}

type ModuleChanged = {
  readonly changeKind: ChangeKind
  readonly dueOn: LocalDate
  readonly lessonId?: string | null
  readonly at?: Instant
}

/** A practice with a module and a track of its own, which a requirement asks of everybody, and what is done there. */
export async function changingPractice(world: World, name: string) {
  const practiceId = await addPractice(world, name)
  const trainer = await addMember(world, { name: `Tom ${name}`, practiceId, can: ['train', 'author'] })
  const manager = await addMember(world, {
    name: `Mara ${name}`,
    practiceId,
    can: ['train', 'author', 'review', 'manage'],
  })
  const moduleId = ownKey(randomUUID())
  const trackId = ownKey(randomUUID())
  const within = <Value>(work: (tx: Tx) => Promise<Value>) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return await work(tx)
    })

  const publishModule = (version: number, at: Instant = noon) =>
    within((tx) =>
      insertModuleVersion(
        tx,
        { ...moduleVersion(moduleId), version, contentHash: `${moduleId} ${version}` },
        at,
        practiceId,
      ),
    )

  const track = (actor: Actor, { after = 1, at = noon, ...change }: TrackChanged) =>
    as(
      world,
      actor,
      (context) =>
        publishTrack(context, {
          practiceId,
          trackId,
          after,
          title: 'Our own track',
          summary: 'Ours.',
          modules: [{ id: moduleId, place: 1 }],
          cases: [],
          ...change,
        }),
      at,
    )

  await publishModule(1)
  const first = await track(trainer, { changeKind: 'initial', after: 0 })
  if (!first.ok) throw new Error(first.refusal)
  const requirementId = randomUUID()
  const asked = await as(world, manager, (context) =>
    createRequirement(context, { practiceId, requirementId, draft: { ...yearly, trackId } }),
  )
  if (!asked.ok) throw new Error(asked.refusal)

  /** A later version of the module, and of the track that holds it. */
  const change = async (version: number, { lessonId = null, at = noon, ...said }: ModuleChanged) => {
    await publishModule(version, at)
    const update = lessonId === null ? null : { moduleVersionId: `${moduleId}@${version}`, lessonId }
    const part = { kind: 'module', partId: moduleId, version, ...said, update } as const
    const done = await within((tx) => publishHoldingTracks(tx, practiceId, part, canonicalHash, at))
    if (!done.ok) throw new Error(done.refusal)
  }

  /** As if the track had been completed in that version. */
  const completed = (actor: Actor, on: string, version = 1) => {
    const fact = { kind: 'completed', trackId, effectiveOn: localDateFrom(on), details: { version } }
    const { staffMemberId } = postAt(actor)
    return within((tx) =>
      insertEvidence(tx, practiceId, actor.personId, [{ ...fact, staffMemberId }], addMinutes(noon, -1)),
    )
  }

  const answer = (actor: Actor, on: string, knownAt?: Instant) =>
    within(async (tx) => {
      const [requirement] = await listRequirements(tx, [practiceId])
      if (!requirement) throw new Error('the practice asks for the track')
      const { staffMemberId, timeZone } = postAt(actor)
      const events = (await listStatusEvents(tx, [practiceId], staffMemberId)).get(staffMemberId)
      return complianceStatus(historyOf(timeZone, requirement, events), localDateFrom(on), knownAt)
    })

  return {
    practiceId,
    trainer,
    manager,
    moduleId,
    trackId,
    requirementId,
    within,
    publishModule,
    track,
    change,
    completed,
    answer,
  }
}

export type ChangingPractice = Awaited<ReturnType<typeof changingPractice>>
