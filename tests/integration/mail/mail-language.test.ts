import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { saveLanguage } from '#lib/data/person'
import { requestReset } from '#lib/use-cases/account/request-reset'
import { resendInvitation } from '#lib/use-cases/practice/resend-invitation'
import { sendReminders } from '#lib/use-cases/practice/send-reminders'
import { reminding } from '#tests/support/reminding'
import { as, noon, openWorld, type World } from '#tests/support/world'

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
