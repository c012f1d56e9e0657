import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertDraftComment } from '#lib/data/draft-comment'
import { listMail } from '#lib/data/mail'
import { mostOutsideReviewers } from '#lib/data/outside-reviewer'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { ok, refuse } from '#lib/domain/result'
import { findLink } from '#lib/mail/find-link'
import { commentOnDraft } from '#lib/use-cases/authoring/comment-on-draft'
import { readDraftForReview } from '#lib/use-cases/authoring/review-draft'
import { inviteOutsideReviewer } from '#lib/use-cases/outside/invite-outside-reviewer'
import { viewOutsideLink } from '#lib/use-cases/outside/view-outside-link'
import { viewOutsideReviewers } from '#lib/use-cases/outside/view-outside-reviewers'
import { withdrawOutsideReviewer } from '#lib/use-cases/outside/withdraw-outside-reviewer'
import { viewOutbox } from '#lib/use-cases/practice/view-outbox'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { outsideIn, seenBeside } from '#tests/support/outside-reading'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

/** Whoever reviews administers, too. */
type Team = { readonly author: Actor; readonly reviewer: Actor; draftId: string }

let world: World
let here: Team
let there: Team
const deeds = () => authoringIn(world)
const over = { ok: false, refusal: 'not-found' }
const fortnight = 14 * 24 * 60
const olga = {
  name: 'Olga Outside',
  emailAddress: 'olga@clinic.example',
  role: 'Nurse',
  language: 'es',
} as const

async function team(name: string): Promise<Team> {
  const practiceId = await addPractice(world, `${name} Medicine`)
  const author = await addMember(world, { name: `${name} Author`, practiceId, can: ['train', 'author'] })
  const reviewer = await addMember(world, {
    name: `${name} Reviewer`,
    practiceId,
    can: ['review', 'administer'],
  })
  return { author, reviewer, draftId: '' }
}

beforeAll(async () => {
  world = await openWorld()
  here = await team('Alder')
  there = await team('Birch')
  await addSource(world)
})
afterAll(() => world.end())

beforeEach(async () => {
  for (const each of [here, there]) {
    each.draftId = (await deeds().begin(each.author)).draftId
    await deeds().write(each.author, each.draftId, 'v1/quiz.yaml', bank())
    await deeds().move(each.author, each.draftId, 'sent-to-review')
  }
})

const { asVisitor, within, accept, read, say } = outsideIn(() => world)
const where = ({ author, draftId }: Team) => ({ practiceId: postAt(author).practiceId, draftId })

const invite = (of: Team, by = of.author, emailAddress: string = olga.emailAddress) =>
  as(world, by, (context) => inviteOutsideReviewer(context, { ...where(of), ...olga, emailAddress }))

const mailsOf = (of: Team) =>
  deeds().within(of.author, (tx) => listMail(tx, where(of).practiceId, { limit: 100 }))

/** What the administrator may read of the message with the draft's link, where no mail server carries it. */
async function disclosure({ reviewer, draftId }: Team) {
  const { practiceId } = postAt(reviewer)
  const view = await as(world, reviewer, (context) => viewOutbox(context, { practiceId, page: 1 }))
  return view.ok
    ? view.value.lines.find(({ toAddress }) => toAddress.startsWith(draftId))?.disclosure
    : undefined
}

/** The token of the link in the mail of a new invitation. */
async function linkOf(of: Team, emailAddress = `${of.draftId}@clinic.example`): Promise<string> {
  expect(await invite(of, of.author, emailAddress)).toEqual({ ok: true, value: null })
  const mail = (await mailsOf(of)).find(({ toAddress }) => toAddress === emailAddress)
  return findLink(mail?.body ?? '')?.token ?? ''
}

/** What a browser holds after the link was used. */
async function keyOf(of: Team): Promise<string> {
  const used = await accept(await linkOf(of))
  if (!used.ok) throw new Error(used.refusal)
  return used.value.accessToken
}

async function aboutBlock(key: string): Promise<string> {
  const found = await read(key)
  if (!found.ok) throw new Error(found.refusal)
  return found.value.document.about.key
}

async function threadsOf(of: Team) {
  const found = await as(world, of.reviewer, (context) => readDraftForReview(context, where(of)))
  if (!found.ok) throw new Error(found.refusal)
  return found.value.comments
}

const reviewersOf = async (of: Team, now = noon) => {
  const view = await as(world, of.author, (context) => viewOutsideReviewers(context, where(of)), now)
  if (!view.ok) throw new Error(view.refusal)
  return view.value.reviewers
}

const kindsOf = (of: Team) =>
  deeds().within(of.author, async (tx) =>
    (await tx.auditEntry.findMany({ orderBy: { sequence: 'asc' } })).map(({ kind, actorPersonId }) => [
      kind,
      actorPersonId,
    ]),
  )

describe('somebody from outside', () => {
  test('is asked by an author, to read what is in review, in their own language, and in neutral words', async () => {
    expect(await invite(here, here.reviewer)).toEqual(over)
    expect(await invite(here, there.author)).toEqual(over)
    expect(await invite({ ...here, draftId: there.draftId })).toEqual(over)
    const token = await linkOf(here)
    const [mail] = await mailsOf(here)
    expect(mail).toMatchObject({ kind: 'outside-review', personId: null, subject: 'Un texto para leer' })
    expect(mail?.body).toContain(`http://127.0.0.1:3000/outside-review/${token}\n`)
    expect(mail?.body).not.toContain('Fire drills')
    await deeds().write(here.author, here.draftId, 'v1/lessons/l1.mdx', '## New\n\nText.\n')
    expect(await invite(here)).toEqual({ ok: false, refusal: 'draft-not-in-review' })
  })

  test('uses the link once, however often it was looked at, and reads that draft with its keys and nothing else', async () => {
    const token = await linkOf(here)
    for (const _ of [1, 2, 3])
      expect(await asVisitor((context) => viewOutsideLink(context, { token }))).toMatchObject({ ok: true })
    expect(await disclosure(here)).toBe('open')
    const both = await Promise.all([accept(token), accept(token)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await accept(token)).toEqual({ ok: false, refusal: 'link-over' })
    expect(await asVisitor((context) => viewOutsideLink(context, { token }))).toEqual(over)
    expect(await disclosure(here)).toBe('over')
    const used = both.find(({ ok }) => ok)
    const key = used?.ok ? used.value.accessToken : ''
    const found = await read(key)
    expect(found).toMatchObject({ ok: true, value: { draftId: here.draftId, capabilities: [] } })
    const [item] = found.ok ? found.value.document.items : []
    expect(item?.lines.filter(({ isRight }) => isRight)).toHaveLength(1)
    expect(await read(token)).toEqual(over)
    expect(await read(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toEqual(over)
    const nothing = { people: 0, practices: 0, mails: 0, audit: 0, facts: 0, texts: 0 }
    expect(await within(key, async ({ tx }) => ok(await seenBeside(tx)))).toEqual(
      ok({ ...nothing, readers: 1, drafts: [here.draftId] }),
    )
  })

  test('comments and answers under the own name, on record, and settles nothing', async () => {
    const key = await keyOf(here)
    const block = await aboutBlock(key)
    const comment = { ...where(here), block, text: 'Is this so?', thread: null }
    const about = { place: 'about', text: 'What it is about' }
    await as(world, here.reviewer, (context) => commentOnDraft(context, comment, about))
    expect(await say(key, block)).toMatchObject({ ok: true })
    expect(await say(key, block, 1)).toMatchObject({ ok: true })
    expect(
      (await threadsOf(here)).map(({ by, isOutside, answers }) => [by, isOutside, answers[0]?.by]),
    ).toEqual([
      ['Alder Reviewer', false, 'Olga Outside'],
      ['Olga Outside', true, undefined],
    ])
    expect((await kindsOf(here)).slice(-4)).toEqual([
      ['outside-reviewer-invited', here.author.personId],
      ['outside-reviewer-entered', null],
      ['outside-comment-written', null],
      ['outside-comment-written', null],
    ])
    const told = await read(key)
    expect(JSON.stringify(told.ok && told.value.comments)).toContain('Alder Reviewer')
    expect(JSON.stringify(told)).not.toContain('Alder Author')
  })

  test.each([
    ['the invitation is withdrawn', () => withdraw(here)],
    ['the draft is recalled', () => deeds().move(here.author, here.draftId, 'recalled')],
    ['the draft is published', () => publish(here)],
  ])('is shut out when %s, with link and key, and for good', async (_, end) => {
    const key = await keyOf(here)
    const block = await aboutBlock(key)
    const token = await linkOf(here, 'second@clinic.example')
    expect(await end()).toMatchObject({ ok: true })
    if (_ !== 'the draft is published') await deeds().move(here.author, here.draftId, 'sent-to-review')
    expect([await read(key), await say(key, block)]).toEqual([over, over])
    expect(await accept(token)).toEqual({ ok: false, refusal: 'link-over' })
    for (const { state } of await reviewersOf(here)) expect(state).toMatch(/^(over|withdrawn)$/)
  })

  test('has fourteen days for the link and fourteen to read, and not a moment more', async () => {
    const token = await linkOf(here)
    const last = addMinutes(noon, fortnight)
    expect(await accept(token, last)).toEqual({ ok: false, refusal: 'link-over' })
    const used = await accept(token, addMinutes(noon, fortnight - 1))
    const key = used.ok ? used.value.accessToken : ''
    const end = addMinutes(last, fortnight - 1)
    expect(await read(key, addMinutes(end, -1))).toMatchObject({ ok: true })
    expect(await read(key, end)).toEqual(over)
    expect((await reviewersOf(here, addMinutes(end, -1)))[0]?.state).toBe('reading')
    expect((await reviewersOf(here, end))[0]?.state).toBe('over')
  })

  test('is one of so many, and nobody’s of another practice to see or to withdraw', async () => {
    const key = await keyOf(there)
    const [reader] = await reviewersOf(there)
    const foreign = { ...where(there), reviewerId: reader?.id ?? '' }
    const own = { ...foreign, ...where(here) }
    for (const input of [foreign, own])
      expect(await as(world, here.author, (context) => withdrawOutsideReviewer(context, input))).toEqual(over)
    expect(await as(world, here.author, (context) => viewOutsideReviewers(context, where(there)))).toEqual(
      over,
    )
    expect(await as(world, there.reviewer, (context) => viewOutsideReviewers(context, where(there)))).toEqual(
      over,
    )
    expect(await read(key)).toMatchObject({ ok: true, value: { draftId: there.draftId } })
    for (const number of Array.from({ length: mostOutsideReviewers }).keys())
      expect(await invite(here, here.author, `${number}@clinic.example`)).toMatchObject({ ok: true })
    expect(await invite(here)).toEqual({ ok: false, refusal: 'outside-reviewers-full' })
  })

  test('writes no comment on another draft or under another name, whatever a use case asks for', async () => {
    const key = await keyOf(here)
    await keyOf(there)
    const block = await aboutBlock(key)
    const [other] = await reviewersOf(there)
    const words = {
      kind: 'comment',
      thread: null,
      place: 'about',
      blockKey: block,
      aboutText: 'x',
      text: 'x',
    } as const
    const write = (of: Team, by: Parameters<typeof insertDraftComment>[3]['by']) =>
      within(key, async ({ tx }) => {
        await insertDraftComment(tx, where(of).practiceId, of.draftId, { ...words, by }, noon)
        return refuse('written')
      })
    const [me] = await reviewersOf(here)
    if (!me || !other) throw new Error('both are invited')
    const wall = /row-level security/
    await expect(write(there, { kind: 'outside', id: other.id, name: 'x' })).rejects.toThrow(wall)
    await expect(write(there, { kind: 'outside', id: me.id, name: 'x' })).rejects.toThrow(wall)
    const id = postAt(here.author).staffMemberId
    await expect(write(here, { kind: 'staff', id, name: 'x' })).rejects.toThrow(wall)
    expect(await write(here, { kind: 'outside', id: me.id, name: 'x' })).toEqual(refuse('written'))
  })
})

async function withdraw(of: Team) {
  const ended = []
  for (const { id } of await reviewersOf(of)) {
    const input = { ...where(of), reviewerId: id }
    const deed = () => as(world, of.author, (context) => withdrawOutsideReviewer(context, input))
    ended.push(await deed(), await deed())
  }
  expect((await kindsOf(of)).filter(([kind]) => kind === 'outside-reviewer-withdrawn')).toHaveLength(2)
  return ended[0]
}

async function publish({ author, reviewer, draftId }: Team) {
  await deeds().move(reviewer, draftId, 'approved')
  return await deeds().publish(author, draftId, 'Read.')
}
