import { beforeAll, expect, inject, test } from 'vitest'
import { insertDraftEvent } from '#lib/data/authored'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { now } from '#lib/system/clock'
import { draftCanary, playDraft } from '#tests/http/draft-doors'
import { ask, post } from '#tests/support/ask'
import { addOutsideLink, addOutsideReader } from '#tests/support/outside'
import { type Persona, type Personas, playPersonas } from '#tests/support/personas'
import { pictureOfTests } from '#tests/support/training-places'

const app = inject('app')
const pages = '/outside-review'
let personas: Personas
/** Drafts of two practices. */
let here: Draft
let there: Draft
beforeAll(async () => {
  personas = await playPersonas(app)
  here = await draftOf(personas.author)
  there = await draftOf(personas.foreignManager)
})

/** A draft of the author's, whom somebody from outside may be asked to read. */
async function draftOf(author: Persona) {
  const { practiceId, staffMemberId } = author
  return { ...(await playDraft(app, author)), practiceId, staffMemberId }
}
type Draft = Awaited<ReturnType<typeof draftOf>>

const statusOf = async (path: string, cookie = '') => (await ask(app, { path, cookie })).status
const comment = (cookie: string, block: string) =>
  post(app, { path: `${pages}/parts/${block}/comments`, cookie, form: { comment: 'A nurse would not.' } })

async function within<Value>({ practiceId }: Draft, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const db = connectDatabase({ url: app.databaseUrl, maxConnections: 1 })
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      return work(tx)
    })
  } finally {
    await db.$disconnect()
  }
}
const commentsOn = (draft: Draft) =>
  within(draft, (tx) => tx.draftComment.count({ where: { draftId: draft.draftId } }))

test('looking at a link uses nothing up; its button does, for a cookie that no script reads', async () => {
  const { token } = await addOutsideLink(app, here)
  const link = `${pages}/${token}`
  for (const _ of [1, 2, 3]) {
    const looked = await ask(app, { path: link })
    expect([looked.status, looked.headers['set-cookie']]).toEqual([200, undefined])
  }
  const used = await post(app, { path: `${link}/entry` })
  expect([used.status, used.location]).toEqual([303, pages])
  const [set = ''] = used.headers['set-cookie'] ?? []
  expect(set).toMatch(/^beacon-outside=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/)
  const [cookie = ''] = set.split(';')
  const review = await ask(app, { path: pages, cookie })
  expect(review.text).toContain('Fire drills')
  expect(review.text).toContain(draftCanary)
  expect(review.headers['cache-control']).toContain('no-store')
  const again = await post(app, { path: `${link}/entry` })
  expect(again.location).toMatch(/\?form=/)
  expect(again.headers['set-cookie']).toBeUndefined()
  expect(await statusOf(link)).toBe(404)
  expect(await ask(app, { path: link, cookie })).toMatchObject({ status: 307, location: pages })
})

test('a wrong link or key, one that is over, and the key in place of the link open nothing', async () => {
  const { token } = await addOutsideLink(app, { ...here, minutes: -1 })
  const { cookie } = await addOutsideReader(app, { ...here, minutes: -1 })
  const living = await addOutsideReader(app, here)
  const wrong = 'w'.repeat(43)
  for (const link of [wrong, token, living.cookie.replace('beacon-outside=', '')]) {
    expect(await statusOf(`${pages}/${link}`)).toBe(404)
    const used = await post(app, { path: `${pages}/${link}/entry` })
    expect(used.headers['set-cookie']).toBeUndefined()
    expect(used.location).toContain('?form=')
  }
  for (const key of ['', 'beacon-outside=x', `beacon-outside=${wrong}`, cookie]) {
    expect(await statusOf(pages, key)).toBe(404)
    expect((await comment(key, here.block)).status).toBe(404)
  }
  expect(await statusOf(pages, living.cookie)).toBe(200)
})

test('a key opens its own draft alone, whoever is signed in beside it', async () => {
  const { cookie } = await addOutsideReader(app, there)
  const both = `${cookie}; ${personas.author.cookie}`
  const before = await commentsOn(here)
  for (const cookies of [cookie, both]) {
    expect((await comment(cookies, there.block)).location).toContain(`${pages}/parts/${there.block}`)
    await comment(cookies, here.block)
    expect(await statusOf(`${pages}/parts/${here.block}`, cookies)).toBe(404)
    expect(await statusOf(`${pages}/media/${pictureOfTests}`, cookies)).toBe(200)
  }
  expect([await commentsOn(here), await commentsOn(there)]).toEqual([before, 3])
  const { text } = await ask(app, { path: `${pages}/parts/${there.block}`, cookie: both })
  expect(text).toContain('outside reviewer')
  expect(text).not.toContain('/settlements')
  const own = `/authoring/${there.practiceId}/drafts/${there.draftId}/review`
  expect(await statusOf(own, both)).toBe(404)
  expect((await ask(app, { path: own, cookie })).location).toContain('/sign-in')
})

test('a key opens nothing once it is withdrawn, or the draft is recalled, and no page says which', async () => {
  const { author } = await playPersonas(app)
  const draft = await draftOf(author)
  const reader = await addOutsideReader(app, draft)
  const path = `/authoring/${draft.practiceId}/drafts/${draft.draftId}/outside-reviewers/${reader.reviewerId}`
  await post(app, { path: `${path}/withdrawal`, cookie: author.cookie })
  const other = await addOutsideReader(app, draft)
  const link = await addOutsideLink(app, draft)
  const by = draft.staffMemberId
  const recalled = { kind: 'recalled', by, reason: null, filesHash: 'a'.repeat(64), details: {} } as const
  await within(draft, (tx) => insertDraftEvent(tx, draft.practiceId, draft.draftId, recalled, now()))
  expect(await statusOf(`${pages}/${link.token}`)).toBe(404)
  for (const { cookie } of [reader, other]) {
    expect(await statusOf(pages, cookie)).toBe(404)
    expect(await statusOf(`${pages}/parts/${draft.block}`, cookie)).toBe(404)
    expect(await statusOf(`${pages}/media/${pictureOfTests}`, cookie)).toBe(404)
    expect((await comment(cookie, draft.block)).status).toBe(404)
  }
})
