import { randomUUID } from 'node:crypto'
import { beginTraining, completeTraining } from '#lib/cli/cast/play-training'
import { actAs, done, type Stage } from '#lib/cli/cast/stage'
import { listRequirements } from '#lib/data/compliance-history'
import { recordMailOutcome } from '#lib/data/due-mail'
import { listMail } from '#lib/data/mail'
import { enterPractice } from '#lib/data/scope'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { findLink } from '#lib/mail/find-link'
import { choosePassword } from '#lib/use-cases/account/choose-password'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { recordEntry } from '#lib/use-cases/practice/record-entry'
import { sendReminders } from '#lib/use-cases/practice/send-reminders'
import { castPassword, type Scene } from '#prisma/cast'

/** A character in a practice, with what the play needs to know to move them. */
export type Player = {
  readonly practiceId: PracticeId
  readonly personId: PersonId
  readonly staffMemberId: StaffMemberId
  readonly emailAddress: string
  /** Who manages the practice. */
  readonly managerId: PersonId
  readonly rightAnswers: ReadonlyMap<string, readonly string[]>
}

type RecordedEntry = Parameters<typeof recordEntry>[1]['entry']

/** Plays one scene at a moment, by the use case that a person would use. */
export async function playScene(stage: Stage, player: Player, scene: Scene, at: Instant): Promise<void> {
  const { practiceId, personId } = player
  switch (scene.does) {
    case 'accepts-invitation':
      return acceptInvitation(stage, player, at)
    case 'begins-training':
      return beginTraining(await actAs(stage, personId, at), practiceId)
    case 'completes-training':
      return completeTraining(await actAs(stage, personId, at), practiceId, player.rightAnswers)
    case 'goes-on-leave':
      return record(stage, player, { kind: 'leave', firstDay: scene.on, lastDay: scene.through }, null, at)
    case 'is-exempted':
      return exempt(stage, player, scene, at)
    case 'is-reminded':
      return remind(stage, player, at)
    case 'leaves-the-practice':
      return leave(stage, player, scene.on, at)
  }
}

/** Reads the link in the mail, as its addressee would, and chooses the password. */
async function acceptInvitation(stage: Stage, player: Player, at: Instant): Promise<void> {
  const { tx, settings } = stage
  const mail = await findNewestMail(stage, player)
  const link = mail && findLink(mail.body)
  invariant(link, 'an invitation waits for the character')
  const { token } = link
  done(
    await choosePassword(
      { tx, settings, now: at, language: 'en' },
      { kind: 'invitation', token, password: castPassword },
    ),
  )
}

/** The newest message to a character. The transaction is open for the practice afterwards. */
async function findNewestMail({ tx }: Stage, { practiceId, emailAddress }: Player) {
  await enterPractice(tx, practiceId)
  const mails = await listMail(tx, practiceId, { limit: 200 })
  return mails.find(({ toAddress }) => toAddress === emailAddress)
}

/** As if a mail server had taken it at once: sample people have no mailbox, so nothing old may wait to be sent. */
export async function deliverMail(stage: Stage, player: Player, at: Instant): Promise<void> {
  const mail = await findNewestMail(stage, player)
  if (!mail) return
  const outcome = { sentAt: at, nextAttemptAt: null, problem: null }
  await recordMailOutcome(stage.tx, player.practiceId, mail.id, outcome)
}

async function record(
  stage: Stage,
  player: Player,
  entry: RecordedEntry,
  reason: string | null,
  at: Instant,
): Promise<void> {
  const { practiceId, managerId, staffMemberId } = player
  const context = await actAs(stage, managerId, at)
  const idempotencyKey = randomUUID()
  done(await recordEntry(context, { practiceId, staffMemberId, entry, reason, idempotencyKey }))
}

/** From one thing: the practice's only requirement. */
async function exempt(
  stage: Stage,
  player: Player,
  { on, through, reason }: Extract<Scene, { does: 'is-exempted' }>,
  at: Instant,
): Promise<void> {
  const { tx } = await actAs(stage, player.managerId, at)
  const [requirement] = await listRequirements(tx, [player.practiceId])
  invariant(requirement, 'the practice asks for something')
  const span = { firstDay: on, lastDay: through, category: 'short-assignment' } as const
  return record(stage, player, { kind: 'exemption', requirementId: requirement.id, ...span }, reason, at)
}

async function remind(stage: Stage, player: Player, at: Instant): Promise<void> {
  const { practiceId, managerId, staffMemberId } = player
  const context = await actAs(stage, managerId, at)
  const { sent } = done(await sendReminders(context, { practiceId, staffMemberIds: [staffMemberId] }))
  invariant(sent === 1, 'the character owes what they are reminded of')
  await deliverMail(stage, player, at)
}

async function leave(stage: Stage, player: Player, lastDay: LocalDate, at: Instant): Promise<void> {
  const { practiceId, managerId, staffMemberId } = player
  const context = await actAs(stage, managerId, at)
  done(await endEmployment(context, { practiceId, staffMemberId, lastDay }))
}
