import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { AssignmentId, AttemptId, PracticeId } from '#lib/domain/ids'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { addMember, as, assignWithLessonsRead, type World } from '#tests/support/world'

/** What tests of quizzes do, in one world and for one practice. */
export function sittingsIn(world: World, practiceId: PracticeId) {
  /** A fresh learner with every lesson read. */
  async function learner(name: string): Promise<{ actor: Actor; assignmentId: AssignmentId }> {
    const actor = await addMember(world, { name, practiceId })
    return { actor, assignmentId: await assignWithLessonsRead(world, actor) }
  }

  async function start(actor: Actor, assignmentId: AssignmentId, moduleId = 'm1'): Promise<AttemptId> {
    const started = await as(world, actor, (context) => startAttempt(context, { assignmentId, moduleId }))
    if (!started.ok) throw new Error(started.refusal)
    return started.value.attemptId
  }

  async function itemsOf(actor: Actor, attemptId: AttemptId): Promise<string[]> {
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    if (!view.ok || view.value.kind !== 'open') throw new Error('the sitting is open')
    return view.value.attempt.items.map((item) => item.itemId)
  }

  async function submit(
    actor: Actor,
    attemptId: AttemptId,
    option: string,
    idempotencyKey: string = randomUUID(),
    given?: readonly string[],
  ) {
    const items = given ?? (await itemsOf(actor, attemptId))
    const answers = Object.fromEntries(items.map((itemId) => [itemId, [option]]))
    return as(world, actor, (context) => submitAttempt(context, { attemptId, answers, idempotencyKey }))
  }

  /** Counts rows of the practice as the application sees them. */
  async function count(
    sql: 'submission' | 'answer' | 'score' | 'certificate' | 'openAttempt',
    where: object,
  ): Promise<number> {
    return inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return (tx[sql] as { count(query: object): Promise<number> }).count({ where })
    })
  }

  return { learner, start, itemsOf, submit, count }
}
