import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listMail } from '#lib/data/mail'
import { saveLanguage } from '#lib/data/person'
import type { Actor } from '#lib/domain/access/actor'
import type { DraftDeed } from '#lib/domain/authoring/draft-state'
import type { PracticeId } from '#lib/domain/ids'
import { mailAboutDraft } from '#lib/use-cases/authoring/mail-about-draft'
import { moveDraft } from '#lib/use-cases/authoring/move-draft'
import { authoringIn } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let author: Actor
let second: Actor
let reviewer: Actor
let draftId: string
const deeds = () => authoringIn(world)
const both = ['train', 'author', 'review'] as const

beforeAll(async () => {
  const opened = await openWorld()
  world = { ...opened, settings: { ...opened.settings, smtpUrl: 'smtp://127.0.0.1:2525' } }
  practiceId = await addPractice(world, 'Alder Family Medicine')
  const there = await addPractice(world, 'Birch Women’s Health')
  author = await addMember(world, { name: 'Ada Author', practiceId, can: both })
  second = await addMember(world, { name: 'Sol Second', practiceId, can: both })
  reviewer = await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] })
  await addMember(world, { name: 'Max Manager', practiceId, can: ['train', 'manage', 'administer'] })
  await addMember(world, { name: 'Flo Foreign', practiceId: there, can: both })
  await deeds().within(reviewer, (tx) => saveLanguage(tx, reviewer.personId, 'es'))
})
afterAll(() => world.end())

beforeEach(async () => {
  await world.owner.$executeRaw`ALTER TABLE mail_message NO FORCE ROW LEVEL SECURITY`
  await world.owner.$executeRaw`DELETE FROM mail_message`
  await world.owner.$executeRaw`ALTER TABLE mail_message FORCE ROW LEVEL SECURITY`
  draftId = (await deeds().begin(author)).draftId
})

/** As the route does it. */
async function move(actor: Actor, deed: DraftDeed, { settings }: Pick<World, 'settings'> = world) {
  const { filesHash } = await deeds().draft(actor, draftId)
  const input = { practiceId: postAt(actor).practiceId, draftId, deed, filesHash, reason: 'Shorter.' }
  const moved = await as({ ...world, settings }, actor, async (context) => {
    const done = await moveDraft(context, input)
    if (done.ok) await mailAboutDraft(context, done.value.practiceId, draftId)
    return done
  })
  expect(moved.ok).toBe(true)
}

const mails = () => deeds().within(author, (tx) => listMail(tx, practiceId, { limit: 100 }))
const told = async () => (await mails()).map(({ toName, subject }) => `${toName}: ${subject}`).sort()

test('what is sent to review is told to those who may review it and wrote nothing of it, each in their language', async () => {
  await deeds().write(second, draftId, 'v1/lessons/l1.mdx', '## Doors\n\nClose them.\n')
  await move(author, 'sent-to-review')
  expect(await told()).toEqual(['Rae Reviewer: Un borrador para revisar'])
  const [mail] = await mails()
  expect(mail?.body).toContain(`${world.settings.origin}/authoring/${practiceId}/drafts/${draftId}\n`)
  // Nothing of what it is about, nor of what anybody said about it.
  expect(mail?.body).not.toMatch(/Fire drills|Shorter/)
})

test('whoever may review and wrote nothing is told, but not whoever sent it', async () => {
  await move(second, 'sent-to-review')
  expect(await told()).toEqual(['Rae Reviewer: Un borrador para revisar'])
})

test('an approval and a wish for changes are told to everybody who wrote in it', async () => {
  await deeds().write(second, draftId, 'v1/lessons/l1.mdx', '## Doors\n\nClose them.\n')
  await move(author, 'sent-to-review')
  await move(reviewer, 'changes-asked')
  await move(author, 'sent-to-review')
  await move(reviewer, 'approved')
  await move(author, 'recalled')
  const toRae = 'Rae Reviewer: Un borrador para revisar'
  expect(await told()).toEqual([
    'Ada Author: A draft was approved',
    'Ada Author: Changes to a draft',
    toRae,
    toRae,
    'Sol Second: A draft was approved',
    'Sol Second: Changes to a draft',
  ])
  for (const { body } of await mails()) expect(body).not.toMatch(/Fire drills|Shorter/)
})

test('nobody is written to without a mail server', async () => {
  await move(author, 'sent-to-review', { settings: { ...world.settings, smtpUrl: undefined } })
  expect(await told()).toEqual([])
})
