import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { saveLanguage } from '#lib/data/person'
import { addMinutes, localDateFrom } from '#lib/domain/calendar'
import { requestReset } from '#lib/use-cases/account/request-reset'
import { resendInvitation } from '#lib/use-cases/practice/resend-invitation'
import { sendReminders } from '#lib/use-cases/practice/send-reminders'
import { viewReminders } from '#lib/use-cases/practice/view-reminders'
import { importing } from '#tests/support/importing'
import { reminding } from '#tests/support/reminding'
import { as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

test('an invitation, a reminder and a new password speak the language that the person chose', async () => {
  const here = await reminding(world)
  await here.require({ roles: ['nurse'] })
  const { id, personId } = await here.add('Lucia')
  await inTransaction(world.db, (tx) => saveLanguage(tx, personId, 'es'))
  await inTransaction(world.db, (tx) => saveLanguage(tx, here.manager.personId, 'es'))
  const { practiceId } = here
  await as(world, here.manager, (context) => resendInvitation(context, { practiceId, staffMemberId: id }))
  await as(world, here.manager, (context) => sendReminders(context, { practiceId, staffMemberIds: [id] }))
  const emailAddress = here.manager.emailAddress ?? ''
  await inTransaction(world.db, (tx) =>
    requestReset({ tx, now: noon, settings: world.settings, language: 'en' }, { emailAddress }),
  )
  const subjects = [...(await here.mailTo(here.address('Lucia'))), ...(await here.mailTo(emailAddress))].map(
    ({ subject }) => subject,
  )
  expect(subjects.toSorted()).toEqual([
    'Capacitación pendiente',
    'Su cuenta de capacitación',
    'Una contraseña nueva para su cuenta de capacitación',
    'Your training account',
  ])
})

describe('who has an account at another practice', () => {
  const english = { invitation: 'Your training account', reminder: 'Training due' }

  /** Lucia, who reads Spanish at one practice, under her address at another one. */
  async function twoPractices() {
    const home = await reminding(world)
    const { personId } = await home.add('Lucia')
    await inTransaction(world.db, (tx) => saveLanguage(tx, personId, 'es'))
    const here = await reminding(world)
    await here.require({ roles: ['nurse'] })
    return { here, personId, emailAddress: home.address('Lucia') }
  }

  const preview = async (here: Awaited<ReturnType<typeof reminding>>) => {
    const input = { practiceId: here.practiceId, linkToBeMade: '(link)' }
    const view = await as(world, here.manager, (context) => viewReminders(context, input))
    return view.ok ? view.value.candidates.map(({ mail }) => mail?.subject) : []
  }

  test('is invited and reminded as somebody new is, until they have begun here', async () => {
    const { here, personId, emailAddress } = await twoPractices()
    const { practiceId } = here
    const id = await here.added('Lucia', { emailAddress })
    await as(world, here.manager, (context) => resendInvitation(context, { practiceId, staffMemberId: id }))
    expect(await preview(here)).toEqual([english.reminder])
    await as(world, here.manager, (context) => sendReminders(context, { practiceId, staffMemberIds: [id] }))
    expect((await here.mailTo(emailAddress)).map(({ subject }) => subject).toSorted()).toEqual([
      english.reminder,
      english.invitation,
      english.invitation,
    ])
    const begun = { staffMemberId: id, kind: 'part-started', effectiveOn: today, details: { part: 'm1' } }
    await here.inPractice((tx) => insertEvidence(tx, practiceId, personId, [begun], noon))
    await as(world, here.manager, (context) =>
      sendReminders(
        { ...context, now: addMinutes(noon, 31 * 24 * 60) },
        { practiceId, staffMemberIds: [id] },
      ),
    )
    expect((await here.mailTo(emailAddress)).map(({ subject }) => subject)).toContain(
      'Capacitación pendiente',
    )
  })

  test('is reminded by the worker so', async () => {
    const { here, emailAddress } = await twoPractices()
    await here.added('Lucia', { emailAddress })
    await here.plan(localDateFrom('2026-04-08'))
    expect((await here.queued()).map(({ subject }) => subject)).toEqual([english.reminder])
  })

  test('is invited from a file so', async () => {
    const { here, emailAddress } = await twoPractices()
    const files = importing(world, here.manager, here.practiceId)
    const file = `Name,E-mail,Role,Location,Employment,First day,Last day,Employee number\nLucia Lopez,${emailAddress},nurse,,,2026-02-02,,17\n`
    await files.run(file, { sendInvitations: true })
    expect((await here.mailTo(emailAddress)).map(({ subject }) => subject)).toEqual([english.invitation])
  })
})
