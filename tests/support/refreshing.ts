import { inTransaction } from '#lib/data/database'
import { enterPerson, enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { AssignmentId, RefresherId } from '#lib/domain/ids'
import type { Mailer } from '#lib/mail/send-mail'
import { sendDueMail } from '#lib/use-cases/mail/send-due-mail'
import { answerPrompt } from '#lib/use-cases/refreshers/answer-prompt'
import { planRefreshers } from '#lib/use-cases/refreshers/plan-refreshers'
import { viewRefresher } from '#lib/use-cases/refreshers/view-refresher'
import { checkWaitingMail } from '#lib/use-cases/reminders/check-waiting-mail'
import { at, reminding } from '#tests/support/reminding'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, as, assignWithLessonsRead, noon, type World } from '#tests/support/world'

/** A learner whose training was completed on 10 March 2026. */
export type Completed = { readonly actor: Actor; readonly assignmentId: AssignmentId }

/** A practice of its own whose people complete "basics" and are offered refreshers by a worker that is played by hand. */
export async function refreshing(world: World) {
  const here = await reminding(world)
  const { origin } = world.settings
  const sittings = sittingsIn(world, here.practiceId)

  const plan = (day: LocalDate, time?: string, portion = 100) =>
    planRefreshers(world.db, { clock: () => at(day, time), origin, portion })

  /** Sits m1 with every answer wrong first where `misses`, then completes the track. `of` tells people of one name apart. */
  async function completed(name: string, misses = false, of: string = here.practiceId): Promise<Completed> {
    const actor = await addMember(world, { name: `${name} ${of}`, practiceId: here.practiceId })
    return { actor, assignmentId: await complete(actor, misses) }
  }

  async function complete(actor: Actor, misses: boolean): Promise<AssignmentId> {
    const assignmentId = await assignWithLessonsRead(world, actor)
    if (misses) await sittings.submit(actor, await sittings.start(actor, assignmentId), 'b')
    for (const moduleId of ['m1', 'm2']) {
      const done = await sittings.submit(actor, await sittings.start(actor, assignmentId, moduleId), 'a')
      if (!done.ok) throw new Error(done.refusal)
    }
    return assignmentId
  }

  /** What was offered to somebody, as their own session reads it. */
  const offered = ({ actor }: Completed) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, here.practiceId)
      await enterPerson(tx, actor.personId)
      const where = { staffMemberId: { in: actor.memberships.map((post) => post.staffMemberId) } }
      const rows = await tx.refresher.findMany({ where, orderBy: { moment: 'asc' } })
      const prompts = await tx.refresherPrompt.findMany({ orderBy: { place: 'asc' } })
      return rows.map(({ id, moment, dueOn, mailMessageId }) => ({
        id: id as RefresherId,
        moment,
        dueOn: dueOn.toISOString().slice(0, 10),
        isMailed: mailMessageId !== null,
        items: prompts.flatMap(({ refresherId, itemId }) => (refresherId === id ? [itemId] : [])),
      }))
    })

  /** Sends everything that is due, as a worker does, and says what left for whom. */
  async function deliver(now: Instant): Promise<{ to: string; subject: string; text: string }[]> {
    const left: { to: string; subject: string; text: string }[] = []
    const send: Mailer['send'] = async ({ to, subject, text }) => {
      left.push({ to: to.name, subject, text })
      return { kind: 'sent' }
    }
    const look = (
      place: Parameters<typeof checkWaitingMail>[2],
      mail: Parameters<typeof checkWaitingMail>[3],
    ) => checkWaitingMail(world.db, origin, place, mail, now)
    await sendDueMail(world.db, send, () => now, look)
    return left.filter(({ to }) => to.includes(here.practiceId))
  }

  const view = (actor: Actor, refresherId: RefresherId) =>
    as(world, actor, (context) => viewRefresher(context, { refresherId }))

  const answer = (
    actor: Actor,
    refresherId: RefresherId,
    place: number,
    itemId: string,
    option: string,
    on = noon,
  ) =>
    as(
      world,
      actor,
      (context) => answerPrompt(context, { refresherId, place, answers: { [itemId]: [option] } }),
      on,
    )

  return { ...here, plan, completed, complete, offered, deliver, view, answer }
}
