import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { takeFormReturn } from '#lib/data/form-return'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { findLink } from '#lib/mail/find-link'
import { choosePassword } from '#lib/use-cases/account/choose-password'
import { requestReset } from '#lib/use-cases/account/request-reset'
import { resendInvitation } from '#lib/use-cases/practice/resend-invitation'
import { revealLink } from '#lib/use-cases/practice/reveal-link'
import { viewOutbox } from '#lib/use-cases/practice/view-outbox'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId
let administrator: Actor
let here: ReturnType<typeof managing>
let there: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Dental Care')
  administrator = await addMember(world, { name: `Ada ${gateway}`, practiceId: gateway, can: everything })
  const other = await addMember(world, { name: `Oda ${ozark}`, practiceId: ozark, can: everything })
  here = managing(world, administrator, gateway)
  there = managing(world, other, ozark)
})

async function lines(at: Instant = noon, settings = world.settings) {
  const view = await as(
    world,
    administrator,
    (context) => viewOutbox({ ...context, settings }, { practiceId: gateway, page: 1 }),
    at,
  )
  if (!view.ok) throw new Error(view.refusal)
  return view.value.lines
}

const reveal = (mailId: string, actor = administrator) =>
  as(world, actor, (context) => revealLink(context, { practiceId: gateway, mailId, path: '/outbox' }))

const addressOf = (name: string) => `${name.toLowerCase()}.${gateway}@practice.example`
const add = (name: string) => here.added(name, { emailAddress: addressOf(name) })

async function accept(name: string) {
  const [mail] = await here.mailTo(addressOf(name))
  const input = { token: findLink(mail?.body ?? '')?.token ?? '', password: 'quiet harbor morning' }
  const chosen = await as(world, administrator, (context) =>
    choosePassword(context, { kind: 'invitation', ...input }),
  )
  expect(chosen.ok).toBe(true)
}

const askForReset = (name: string) =>
  as(world, { ...administrator, memberships: [] }, (context) =>
    requestReset(context, { emailAddress: addressOf(name) }),
  )

test('without a mail server an invitation can be read, link included, until it is used', async () => {
  await add('Nadia')
  const [waiting] = await lines()
  expect(waiting).toMatchObject({ state: 'waiting', disclosure: 'open' })
  expect(findLink(waiting?.body ?? '')?.kind).toBe('invitation')
  await accept('Nadia')
  expect((await lines())[0]).toMatchObject({ disclosure: 'over', body: null })
})

test('a link that was replaced, or is too old, is not shown', async () => {
  const staffMemberId = await add('Nadia')
  const again = addMinutes(noon, 60)
  await as(
    world,
    administrator,
    (context) => resendInvitation(context, { practiceId: gateway, staffMemberId }),
    again,
  )
  expect((await lines(again)).map(({ disclosure }) => disclosure)).toEqual(['open', 'over'])
  const late = addMinutes(again, 14 * 24 * 60)
  expect((await lines(late)).map(({ disclosure }) => disclosure)).toEqual(['over', 'over'])
})

test('the page of a message is the one that it stands on, and a foreign one leads nowhere else', async () => {
  for (const index of Array.from({ length: 51 }).keys()) await add(`Person${index}`)
  const pageWith = async (mailId: string) => {
    const input = { practiceId: gateway, page: 1, mailId }
    const view = await as(world, administrator, (context) => viewOutbox(context, input))
    if (!view.ok) throw new Error(view.refusal)
    return { page: view.value.page, isThere: view.value.lines.some(({ id }) => id === mailId) }
  }
  const mails = await here.inPractice((tx) => tx.mailMessage.findMany({ orderBy: { id: 'asc' } }))
  expect(mails).toHaveLength(51)
  expect(await pageWith(mails[49]?.id ?? '')).toEqual({ page: 1, isThere: true })
  expect(await pageWith(mails[50]?.id ?? '')).toEqual({ page: 2, isThere: true })
  await there.added('Kara')
  const [foreign] = await there.inPractice((tx) => tx.mailMessage.findMany())
  expect(await pageWith(foreign?.id ?? '')).toEqual({ page: 1, isThere: false })
})

test('with a mail server nothing is shown', async () => {
  await add('Nadia')
  const [line] = await lines(noon, { ...world.settings, smtpUrl: 'smtp://127.0.0.1:2525' })
  expect(line).toMatchObject({ disclosure: 'sent', body: null })
})

test('a link for a new password is shown once, to the session that asked, and on record', async () => {
  await add('Nadia')
  await accept('Nadia')
  await askForReset('Nadia')
  const line = (await lines()).find(({ kind }) => kind === 'reset')
  expect(line).toMatchObject({ disclosure: 'on-request', body: null })
  const shown = await reveal(line?.id ?? '')
  if (!shown.ok) throw new Error(shown.refusal)
  expect((await here.auditKinds()).at(-1)).toBe('link-revealed')
  const place = { id: shown.value.formId, path: '/outbox' }
  const take = (sessionIdHash: string) =>
    here.inPractice((tx) => takeFormReturn(tx, { ...place, sessionIdHash }, noon))
  expect(await take('another session')).toBeUndefined()
  const kept = await take(administrator.sessionIdHash)
  expect(findLink(JSON.stringify(kept))?.kind).toBe('reset')
  expect(await take(administrator.sessionIdHash)).toBeUndefined()
})

test('a link that opens another practice too is shown to no administrator here', async () => {
  await add('Sofia')
  await accept('Sofia')
  await there.added('Sofia', { emailAddress: addressOf('Sofia') })
  await askForReset('Sofia')
  const reset = (await lines()).find(({ kind }) => kind === 'reset')
  expect(reset).toMatchObject({ disclosure: 'kept', body: null })
  expect(await reveal(reset?.id ?? '')).toEqual({ ok: false, refusal: 'link-not-to-be-shown' })
  expect(await here.auditKinds()).not.toContain('link-revealed')
})

test('an invitation of somebody who is invited elsewhere, and has no password yet, is kept', async () => {
  await there.added('Sofia', { emailAddress: addressOf('Sofia') })
  await add('Sofia')
  expect((await lines())[0]).toMatchObject({ disclosure: 'kept', body: null })
})

test('looking whether somebody is known elsewhere leaves the transaction as it was', async () => {
  await add('Nadia')
  const posts = await as(world, administrator, async (context) => {
    await viewOutbox(context, { practiceId: gateway, page: 1 })
    const rows = await context.tx.staffMember.findMany({ where: { practiceId: ozark } })
    return { ok: true, rows }
  })
  expect(posts.rows).toEqual([])
})

test('a manager who is no administrator, and one of another practice, find nothing', async () => {
  const refused = { ok: false, refusal: 'not-found' }
  await add('Nadia')
  const [mail] = await lines()
  const manager = await addMember(world, {
    name: `Max ${gateway}`,
    practiceId: gateway,
    can: ['train', 'manage'],
  })
  const foreign = await addMember(world, { name: `Foreign ${gateway}`, practiceId: ozark, can: everything })
  for (const actor of [manager, foreign]) {
    const view = await as(world, actor, (context) => viewOutbox(context, { practiceId: gateway, page: 1 }))
    expect(view).toEqual(refused)
    expect(await reveal(mail?.id ?? '', actor)).toEqual(refused)
  }
})
