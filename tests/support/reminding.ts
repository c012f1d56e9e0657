import { insertEvidence } from '#lib/data/evidence'
import { insertReminderSettings } from '#lib/data/reminder-settings'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, type LocalDate, momentAt } from '#lib/domain/calendar'
import { defaultReminderSettings, type ReminderSettings } from '#lib/domain/compliance/reminder-settings'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Mailer } from '#lib/mail/send-mail'
import { sendDueMail } from '#lib/use-cases/mail/send-due-mail'
import { checkWaitingMail } from '#lib/use-cases/reminders/check-waiting-mail'
import { planReminders } from '#lib/use-cases/reminders/plan-reminders'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, type World } from '#tests/support/world'

/** A moment by the clocks of the tests' practices. */
export const at = (day: LocalDate, time = '09:00') => momentAt(day, time, 'America/Chicago')

type Left = { readonly to: string; readonly subject: string; readonly text: string }

/** A practice of its own in the world, whose worker is played by hand. */
export async function reminding(world: World) {
  const practiceId: PracticeId = await addPractice(world, 'Gateway Family Practice')
  const manager: Actor = await addMember(world, {
    name: `Manager ${practiceId}`,
    practiceId,
    role: 'lead',
    can: ['train', 'manage'],
  })
  const here = managing(world, manager, practiceId)
  const { origin } = world.settings

  const plan = (day: LocalDate, time?: string) =>
    planReminders(world.db, { clock: () => at(day, time), origin })

  /** Chooses settings; `after` counts the choices before. */
  async function change(own: Partial<ReminderSettings>, day: LocalDate, after = 0): Promise<void> {
    const settings = { ...defaultReminderSettings, ...own }
    await here.inPractice((tx) =>
      insertReminderSettings(tx, practiceId, manager.personId, { settings, after }, at(day)),
    )
  }

  /** Every kind that is recorded, with the reason where it was skipped. */
  async function recorded(): Promise<string[]> {
    const rows = await here.inPractice((tx) =>
      tx.reminder.findMany({ orderBy: [{ dueOn: 'asc' }, { kind: 'asc' }] }),
    )
    return rows.map(({ kind, skipped }) => (skipped === null ? kind : `${kind} ${skipped}`))
  }

  const queued = () =>
    here.inPractice((tx) =>
      tx.mailMessage.findMany({ where: { kind: 'automatic-reminder' }, orderBy: { createdAt: 'asc' } }),
    )

  /** Sends everything that is due, as a worker does, and says which reminders left. */
  async function deliver(now: Instant): Promise<readonly Left[]> {
    const left: Left[] = []
    const send: Mailer['send'] = async ({ to, subject, text }) => {
      left.push({ to: to.address, subject, text })
      return { kind: 'sent' }
    }
    await sendDueMail(
      world.db,
      send,
      () => now,
      (place, mail, moment) => checkWaitingMail(world.db, origin, place, mail, moment),
    )
    return left.filter(({ to, subject }) => to.includes(practiceId) && subject !== 'Your training account')
  }

  const address = (name: string) => `${name.toLowerCase()}.${practiceId}@practice.example`

  async function add(name: string): Promise<{ id: StaffMemberId; personId: PersonId }> {
    const id = await here.added(name, { emailAddress: address(name) })
    const row = await here.inPractice((tx) => tx.staffMember.findFirstOrThrow({ where: { id } }))
    return { id, personId: row.personId as PersonId }
  }

  type Told = { requirementId?: string; trackId?: string; details?: Record<string, unknown> }

  /** Writes a fact about somebody. */
  const tell = (kind: string, staffMemberId: StaffMemberId, effectiveOn: LocalDate, told: Told = {}) =>
    here.inPractice((tx) =>
      insertEvidence(
        tx,
        practiceId,
        manager.personId,
        [{ staffMemberId, kind, effectiveOn, ...told }],
        at(effectiveOn),
      ),
    )

  const complete = (staffMemberId: StaffMemberId, day: LocalDate) =>
    tell('completed', staffMemberId, day, { trackId: 'basics', details: { version: 1, at: at(day) } })

  return {
    ...here,
    practiceId,
    manager,
    plan,
    change,
    recorded,
    queued,
    deliver,
    address,
    add,
    tell,
    complete,
  }
}
