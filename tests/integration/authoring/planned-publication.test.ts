import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertDraftEvent } from '#lib/data/authored'
import { inTransaction } from '#lib/data/database'
import { replaceRegister } from '#lib/data/library'
import { listMail } from '#lib/data/mail'
import { insertPractice } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { draftState } from '#lib/domain/authoring/draft-state'
import { advisoryGates } from '#lib/domain/authoring/gates'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { publishAllPlanned } from '#lib/jobs/publish-planned'
import { endPublicationPlan } from '#lib/use-cases/authoring/end-publication-plan'
import { planPublication, preparePublication } from '#lib/use-cases/authoring/publish-draft'
import { viewVersions } from '#lib/use-cases/authoring/view-versions'
import { endlessText } from '#tests/content/parser-bombs'
import { auditEntries } from '#tests/support/audit-entries'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let honolulu: Team
let kiritimati: Team

type Team = { readonly author: Actor; readonly reviewer: Actor }

type Texts = Readonly<Record<string, string>>

const refused = (refusal: string) => ({ ok: false, refusal })

async function team(name: string, timeZone: string): Promise<Team> {
  const practiceId = randomUUID() as PracticeId
  await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    await insertPractice(tx, { id: practiceId, name, state: 'MO', timeZone, isDemo: false }, noon)
  })
  const there = (actor: Actor): Actor => ({
    ...actor,
    memberships: actor.memberships.map((post) => ({ ...post, timeZone })),
  })
  const author = await addMember(world, { name: `Ada of ${name}`, practiceId, can: ['train', 'author'] })
  const reviewer = await addMember(world, { name: `Rae of ${name}`, practiceId, can: ['train', 'review'] })
  return { author: there(author), reviewer: there(reviewer) }
}

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  honolulu = await team('Honolulu', 'Pacific/Honolulu')
  kiritimati = await team('Kiritimati', 'Pacific/Kiritimati')
})
afterAll(() => world.end())

async function approved({ author, reviewer }: Team, title: string, texts: Texts = {}): Promise<string> {
  const { draftId } = await deeds.begin(author, title)
  for (const [path, text] of Object.entries({ 'v1/quiz.yaml': bank(), ...texts }))
    await deeds.write(author, draftId, path, text)
  await deeds.move(author, draftId, 'sent-to-review')
  await deeds.move(reviewer, draftId, 'approved')
  return draftId
}

async function plan(actor: Actor, draftId: string, day: string, of: Actor = actor) {
  const { practiceId } = postAt(of)
  const { filesHash } = await deeds.draft(of, draftId)
  const text = { practiceId, draftId, filesHash }
  const begun = await as(world, actor, (context) => preparePublication(context, text))
  if (!begun.ok) return begun
  const checked = await begun.value()
  const reasons = Object.fromEntries(advisoryGates.map((gate) => [gate, 'Read by two of us.']))
  const asked = { ...text, reasons, publishOn: localDateFrom(day) }
  return await as(world, actor, (context) => planPublication(context, asked, checked))
}

const end = (actor: Actor, draftId: string, of: Actor = actor) =>
  as(world, actor, (context) => endPublicationPlan(context, { practiceId: postAt(of).practiceId, draftId }))

/** The job, as the worker does it at this instant. */
const workAt = (at: string) =>
  publishAllPlanned({
    database: async () => world.db,
    clock: () => instantFrom(at),
    settings: () => ({ ...world.settings, smtpUrl: 'smtp://127.0.0.1:2525' }),
    mailer: async () => undefined,
  })

const kindsOf = async (actor: Actor, draftId: string) =>
  (await deeds.draft(actor, draftId)).events.map(({ kind }) => kind)

const stateOf = async (actor: Actor, draftId: string) => {
  const { events, filesHash } = await deeds.draft(actor, draftId)
  return draftState(events, filesHash).kind
}

/** What the mails about drafts say, to whom; nobody was written to before a plan came about. */
const toldOf = ({ author }: Team) =>
  deeds.within(author, async (tx) =>
    (await listMail(tx, postAt(author).practiceId, { limit: 100 })).map(({ toName, subject }) => [
      toName,
      subject,
    ]),
  )

const done = { ok: true, value: null }

describe('a publication that is planned for a day', () => {
  test('comes about as that day begins at the practice, once, also of two workers and after hours without one', async () => {
    const { author } = honolulu
    const [first, second] = [await approved(honolulu, 'First'), await approved(honolulu, 'Second')]
    const there = await approved(kiritimati, 'There')
    // The tenth in Honolulu is the eleventh on Kiritimati.
    for (const day of ['2026-03-10', '2027-03-11'])
      expect(await plan(author, first, day)).toEqual(refused('plan-day-out-of-range'))
    expect(await plan(kiritimati.author, there, '2026-03-11')).toEqual(refused('plan-day-out-of-range'))
    expect(await plan(author, first, '2026-03-11')).toEqual(done)
    expect(await plan(author, first, '2026-03-12')).toEqual(refused('draft-moved'))
    expect(await plan(author, second, '2027-03-10')).toEqual(done)
    expect(await plan(kiritimati.reviewer, there, '2026-03-12')).toEqual(done)
    await workAt('2026-03-11T09:59:59Z')
    for (const [who, draftId] of [
      [author, first],
      [author, second],
      [kiritimati.author, there],
    ] as const)
      expect(await stateOf(who, draftId)).toBe('scheduled')
    await Promise.all([workAt('2026-03-11T10:00:00Z'), workAt('2026-03-11T10:00:00Z')])
    // Each practice has one check at a time, so that of two workers either may have left one for the next look.
    await workAt('2026-03-11T10:15:00Z')
    expect(await stateOf(author, second)).toBe('scheduled')
    const kinds = ['sent-to-review', 'approved', 'scheduled', 'published']
    expect(await kindsOf(author, first)).toEqual(kinds)
    expect(await kindsOf(kiritimati.author, there)).toEqual(kinds)
    expect(await toldOf(honolulu)).toEqual([['Ada of Honolulu', 'A draft was published']])
    expect(await toldOf(kiritimati)).toEqual([['Ada of Kiritimati', 'A draft was published']])
    await workAt('2027-05-20T00:00:00Z')
    expect(await kindsOf(author, second)).toEqual(kinds)
    const chain = await deeds.within(author, (tx) => auditEntries(tx, postAt(author).practiceId))
    const published = chain.filter(({ event }) => event.kind === 'module-version-published')
    expect(published.map(({ actorPersonId }) => actorPersonId)).toEqual([null, null])
    expect(chain.map(({ event }) => event.kind)).toContain('publication-planned')
  })

  test('is ended by taking it back, and by any change of the text', async () => {
    const { author, reviewer } = honolulu
    const [back, changed] = [await approved(honolulu, 'Back'), await approved(honolulu, 'Changed')]
    expect(await end(reviewer, back)).toEqual(refused('draft-moved'))
    expect(await plan(author, back, '2026-03-11')).toEqual(done)
    expect(await plan(author, changed, '2026-03-11')).toEqual(done)
    expect(await end(reviewer, back)).toEqual(done)
    await deeds.write(author, changed, 'v1/lessons/l1.mdx', '## Other\n\nOther words.\n')
    await workAt('2026-03-12T12:00:00Z')
    expect(await stateOf(author, back)).toBe('approved')
    expect(await stateOf(author, changed)).toBe('draft')
  })

  test('is neither made nor ended by another practice', async () => {
    const { author } = honolulu
    const draftId = await approved(honolulu, 'Ours')
    expect(await plan(kiritimati.author, draftId, '2026-03-14', author)).toEqual(refused('not-found'))
    expect(await plan(author, draftId, '2026-03-14')).toEqual(done)
    expect(await end(kiritimati.author, draftId, author)).toEqual(refused('not-found'))
    expect(await stateOf(author, draftId)).toBe('scheduled')
  })

  test('does not come about where the checks block by then, and says so to whoever writes it', async () => {
    const { author } = kiritimati
    const draftId = await approved(kiritimati, 'Blocked')
    expect(await plan(author, draftId, '2026-03-13')).toEqual(done)
    await inTransaction(world.owner, (tx) => replaceRegister(tx, 'sources', [], noon))
    await workAt('2026-03-13T12:00:00Z')
    await workAt('2026-03-13T12:15:00Z')
    await addSource(world)
    await workAt('2026-03-13T12:30:00Z')
    expect(await kindsOf(author, draftId)).toEqual(['sent-to-review', 'approved', 'scheduled', 'held-back'])
    expect(await stateOf(author, draftId)).toBe('approved')
    const { practiceId } = postAt(author)
    const view = await as(world, author, (context) => viewVersions(context, { practiceId, draftId }))
    expect(view).toMatchObject({ value: { held: { on: '2026-03-14', cause: 'checks-block' } } })
    expect(await toldOf(kiritimati)).toContainEqual(['Ada of Kiritimati', 'A draft was not published'])
    expect(await plan(author, draftId, '2026-03-20')).toEqual(done)
  })

  test('is tried again where reading its text took too long, and held back for that after the third time', async () => {
    const { author } = honolulu
    const draftId = await approved(honolulu, 'Slow', { 'v1/lessons/l1.mdx': endlessText })
    const { practiceId, staffMemberId: by } = postAt(author)
    const { filesHash } = await deeds.draft(author, draftId)
    // It was quick enough when it was planned.
    const details = { publishOn: localDateFrom('2026-03-11'), terms: { reasons: {}, dueOn: null } }
    const planned = { kind: 'scheduled', by, reason: null, filesHash, details } as const
    await deeds.within(author, (tx) => insertDraftEvent(tx, practiceId, draftId, planned, noon))
    await workAt('2026-03-11T12:00:00Z')
    expect(await stateOf(author, draftId)).toBe('scheduled')
    // As if it had been looked at another time.
    await world.db.throttle.update({ where: { key: `slow-publication:${draftId}` }, data: { points: 2 } })
    await workAt('2026-03-11T12:30:00Z')
    const view = await as(world, author, (context) => viewVersions(context, { practiceId, draftId }))
    expect(view).toMatchObject({ value: { held: { on: '2026-03-11', cause: 'checks-slow' } } })
  })
})
