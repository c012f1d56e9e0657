import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDraftComments } from '#lib/data/draft-comment'
import type { Actor } from '#lib/domain/access/actor'
import { commentThreads, openThreads } from '#lib/domain/authoring/review/comment-threads'
import { commentOnDraft, seekBlock } from '#lib/use-cases/authoring/comment-on-draft'
import { drawReview, readDraftForReview } from '#lib/use-cases/authoring/review-draft'
import { settleComment } from '#lib/use-cases/authoring/settle-comment'
import { viewDraft } from '#lib/use-cases/authoring/view-draft'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let author: Actor
let reviewer: Actor
let stranger: Actor
let draftId: string
const deeds = () => authoringIn(world)
const refused = (refusal: string) => ({ ok: false, refusal })
const hostile = '<script>alert(1)</script> {process.env} <img src=x onerror=alert(1)>\n\n**bold** ‮evil'

beforeAll(async () => {
  world = await openWorld()
  const here = await addPractice(world, 'Alder Family Medicine')
  const there = await addPractice(world, 'Birch Women’s Health')
  author = await addMember(world, { name: 'Ada Author', practiceId: here, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rob Reviewer', practiceId: here, can: ['train', 'review'] })
  stranger = await addMember(world, {
    name: 'Sam Stranger',
    practiceId: there,
    can: ['train', 'author', 'review'],
  })
  await addSource(world)
})
afterAll(() => world.end())

async function begin() {
  const begun = await deeds().begin(author)
  draftId = begun.draftId
  await deeds().write(author, draftId, 'v1/quiz.yaml', bank())
  await deeds().write(
    author,
    draftId,
    'v1/lessons/l1.mdx',
    '## Doors\n\nClose the door.\n\nAsk when alone.\n\nAsk when alone.\n',
  )
}

const where = (actor: Actor) => ({ practiceId: postAt(actor).practiceId, draftId })

async function review() {
  const read = await as(world, reviewer, (context) => readDraftForReview(context, where(reviewer)))
  if (!read.ok) throw new Error(read.refusal)
  return await drawReview(read.value)
}

/** As a request does it: the block is looked for outside of any transaction. */
async function say(actor: Actor, block: string, text: string, thread: number | null = null) {
  const sought = { ...where(reviewer), block, thread }
  const search = await as(world, actor, (context) => seekBlock(context, sought))
  if (!search.ok) return search
  const found = await search.value()
  return await as(world, actor, (context) => commentOnDraft(context, { ...sought, text }, found))
}

const blocksOf = async (lesson: string) =>
  (await review()).lessons.find(({ name }) => name === lesson)?.blocks ?? []
const threads = () =>
  deeds().within(reviewer, async (tx) =>
    commentThreads(await listDraftComments(tx, where(reviewer).practiceId, draftId)),
  )

describe('comments on a draft', () => {
  test('stay on their block while others change, and keep the text that they were about when it changes itself', async () => {
    await begin()
    const [heading, first, second, third] = await blocksOf('l1')
    expect([heading, first, second, third].map((block) => block?.text)).toEqual([
      'Doors',
      'Close the door.',
      'Ask when alone.',
      'Ask when alone.',
    ])
    expect(await say(reviewer, third?.key ?? '', 'Twice?')).toMatchObject({ ok: true })
    expect(await say(reviewer, first?.key ?? '', 'Which door?')).toMatchObject({ ok: true })
    await deeds().write(
      author,
      draftId,
      'v1/lessons/l1.mdx',
      '## Doors\n\nNew.\n\nClose it.\n\nAsk when alone.\n\nAsk when alone.\n',
    )
    const now = new Set((await blocksOf('l1')).map(({ key }) => key))
    expect(
      (await threads()).map(({ text, aboutText, blockKey }) => [text, aboutText, now.has(blockKey)]),
    ).toEqual([
      ['Twice?', 'Ask when alone.', true],
      ['Which door?', 'Close the door.', false],
    ])
    expect(await say(reviewer, first?.key ?? '', 'Again')).toEqual(refused('block-changed'))
    expect(await say(author, first?.key ?? '', 'The front one.', 2)).toMatchObject({ ok: true })
  })

  test('hang on a question as a whole, are answered and settled, and count for the author while they are open', async () => {
    await begin()
    const key = (await review()).document.items[0]?.key ?? ''
    await say(reviewer, key, 'Too easy.')
    await say(author, key, 'Made harder.', 1)
    const settle = (actor: Actor, isSettled: boolean) =>
      as(world, actor, (context) =>
        settleComment(context, { ...where(reviewer), block: key, thread: 1, isSettled }),
      )
    const open = async () => {
      const view = await as(world, author, (context) => viewDraft(context, where(author)))
      return view.ok ? view.value.openComments : undefined
    }
    expect(await open()).toBe(1)
    await settle(author, true)
    await settle(author, true)
    expect(await open()).toBe(0)
    await settle(reviewer, false)
    expect(openThreads(await threads())[0]?.answers.map(({ text, by }) => [text, by])).toEqual([
      ['Made harder.', 'Ada Author'],
    ])
    expect(await deeds().within(author, (tx) => tx.draftComment.count({ where: { draftId } }))).toBe(4)
  })

  test('are nobody’s of another practice, and end with publication', async () => {
    await begin()
    const key = (await review()).document.about.key
    expect(await say(stranger, key, 'Mine')).toEqual(refused('not-found'))
    expect(await as(world, stranger, (context) => readDraftForReview(context, where(reviewer)))).toEqual(
      refused('not-found'),
    )
    const own = { practiceId: postAt(stranger).practiceId, draftId }
    expect(await as(world, stranger, (context) => readDraftForReview(context, own))).toEqual(
      refused('not-found'),
    )
    await say(reviewer, key, hostile)
    expect(await deeds().within(stranger, (tx) => tx.draftComment.count())).toBe(0)
    expect((await threads())[0]?.text).toBe(hostile)
    await deeds().move(author, draftId, 'sent-to-review')
    await deeds().move(reviewer, draftId, 'approved')
    expect(await deeds().publish(author, draftId, 'Read.')).toMatchObject({ ok: true })
    expect(await say(reviewer, key, 'Late')).toEqual(refused('draft-published'))
  })

  test('are never changed or removed by the application', async () => {
    await begin()
    await say(reviewer, (await review()).document.about.key, 'Kept.')
    const change = deeds().within(author, (tx) => tx.draftComment.updateMany({ data: { text: 'x' } }))
    await expect(change).rejects.toThrow(/permission denied/)
    await expect(deeds().within(author, (tx) => tx.draftComment.deleteMany({}))).rejects.toThrow(
      /permission denied/,
    )
  })
})
