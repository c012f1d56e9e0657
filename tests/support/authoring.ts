import { randomUUID } from 'node:crypto'
import { stringify } from 'yaml'
import { findDraft } from '#lib/data/authored'
import { inTransaction, type Tx } from '#lib/data/database'
import { findDraftFile, saveDraftFile } from '#lib/data/draft'
import { replaceRegister } from '#lib/data/library'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { DraftDeed } from '#lib/domain/authoring/draft-state'
import { advisoryGates } from '#lib/domain/authoring/gates'
import { ownKey } from '#lib/domain/authoring/own-key'
import { beginModule } from '#lib/use-cases/authoring/begin-module'
import { moveDraft } from '#lib/use-cases/authoring/move-draft'
import { preparePublication, publishDraft } from '#lib/use-cases/authoring/publish-draft'
import { publishTrack } from '#lib/use-cases/authoring/publish-track'
import { postAt } from '#tests/support/reading'
import { as, noon, type World } from '#tests/support/world'

/** A bank of six items, two to an objective; option `a` is right. */
export const bank = (objectives = ['o1', 'o2', 'o3']) =>
  stringify({
    items: objectives.flatMap((objective, place) =>
      [1, 2].map((number) => ({
        id: `q${place * 2 + number}`,
        objective,
        bloom: 'apply',
        mustPass: place + number === 1,
        stem: `What comes ${number === 1 ? 'first' : 'next'} for step ${place + 1}?`,
        source: 'our-plan',
        options: ['a', 'b', 'c', 'd'].map((id, index) => ({
          id,
          text: `Answer ${['alpha', 'beta', 'gamma', 'delta'][index]} of ${place + 1}`,
          correct: id === 'a',
          rationale: id === 'a' ? 'The plan asks for this.' : 'The plan asks for something else.',
        })),
      })),
    ),
  })

/** The source that the bank names. */
export async function addSource({ owner }: World): Promise<void> {
  const source = {
    id: 'our-plan',
    citation: 'Plan',
    url: null,
    accessedOn: '2026-03-01',
    status: 'excerpt-read',
  }
  await inTransaction(owner, (tx) => replaceRegister(tx, 'sources', [{ ...source }], noon))
}

type DraftText = { readonly practiceId: string; readonly draftId: string; readonly filesHash: string }

/** What authors and reviewers do, in one world. */
export function authoringIn(world: World) {
  const within = <Value>(actor: Actor, work: (tx: Tx) => Promise<Value>) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, postAt(actor).practiceId)
      return await work(tx)
    })

  const facts = (title: string) => ({
    title,
    summary: 'What this practice does.',
    objectives: ['Say what comes first', 'Say who does it', 'Say what is written down'],
    language: 'en' as const,
  })

  async function begin(author: Actor, title = 'Fire drills') {
    const { practiceId } = postAt(author)
    const draftId = randomUUID()
    const begun = await as(world, author, (context) =>
      beginModule(context, { practiceId, draftId, facts: facts(title) }),
    )
    if (!begun.ok) throw new Error(begun.refusal)
    return { practiceId, draftId, moduleId: ownKey(draftId) }
  }

  const draft = async (actor: Actor, draftId: string) => {
    const found = await within(actor, (tx) => findDraft(tx, postAt(actor).practiceId, draftId))
    if (!found) throw new Error('the draft is there')
    return found
  }

  async function write(author: Actor, draftId: string, path: string, text: string) {
    const { practiceId, staffMemberId } = postAt(author)
    return await within(author, async (tx) => {
      const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
      const save = { path, bytes: new TextEncoder().encode(text), base }
      return await saveDraftFile(tx, practiceId, draftId, save, staffMemberId, noon)
    })
  }

  async function move(actor: Actor, draftId: string, deed: DraftDeed, reason: string | null = null) {
    const { practiceId } = postAt(actor)
    const { filesHash } = await draft(actor, draftId)
    return await as(world, actor, (context) =>
      moveDraft(context, { practiceId, draftId, deed, filesHash, reason }),
    )
  }

  /** One reason for every gate that advises against it. */
  async function publish(actor: Actor, draftId: string, reason: string | null = null) {
    const { practiceId } = postAt(actor)
    const { filesHash } = await draft(actor, draftId)
    return await publishText(actor, { practiceId, draftId, filesHash }, reason)
  }

  /** As a request does it: read, check outside of any transaction, publish. */
  async function publishText(actor: Actor, text: DraftText, reason: string | null = null) {
    const reasons = reason === null ? {} : Object.fromEntries(advisoryGates.map((gate) => [gate, reason]))
    const begun = await as(world, actor, (context) => preparePublication(context, text))
    if (!begun.ok) return begun
    const checked = await begun.value()
    return await as(world, actor, (context) => publishDraft(context, { ...text, reasons }, checked))
  }

  /** A module that is written, approved and published. */
  async function published(author: Actor, reviewer: Actor, title?: string) {
    const begun = await begin(author, title)
    await write(author, begun.draftId, 'v1/quiz.yaml', bank())
    await move(author, begun.draftId, 'sent-to-review')
    await move(reviewer, begun.draftId, 'approved')
    const done = await publish(author, begun.draftId, 'Read by two of us.')
    if (!done.ok) throw new Error(done.refusal)
    return { ...begun, ...done.value }
  }

  const track = (
    author: Actor,
    moduleIds: readonly string[],
    of: { trackId?: string; after?: number; cases?: readonly string[] } = {},
  ) => {
    const { trackId = ownKey(randomUUID()), after = 0, cases = [] } = of
    const placed = (ids: readonly string[]) => ids.map((id, index) => ({ id, place: index + 1 }))
    const parts = { modules: placed(moduleIds), cases: placed(cases) }
    const words = { title: 'Our own track', summary: 'Ours.' }
    const { practiceId } = postAt(author)
    return as(world, author, (context) =>
      publishTrack(context, { practiceId, trackId, after, ...words, ...parts }),
    )
  }

  return { within, begin, draft, write, move, publish, publishText, published, track }
}
