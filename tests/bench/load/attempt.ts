import { type Database, inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { benchLessons, benchModule } from '#tests/bench/fixture/content-folder'
import type { Learner } from '#tests/bench/fixture/practice'
import { quizDraw, rightOption } from '#tests/bench/fixture/quiz-items'
import { type Connection, requireReply } from '#tests/bench/load/http'

/**
 * A whole attempt as a browser makes it: the quiz's page, its start, the sitting that the start leads to, ten answers
 * saved one by one, the submission, the graded result and the certificate that it earned.
 */
export async function sitQuiz(connection: Connection, origin: string, learner: Learner): Promise<void> {
  const { cookie } = learner
  const get = (path: string) => connection.send(origin, { path, cookie })
  const sitting = await beginQuiz(connection, origin, learner)
  for (const itemId of sitting.items) {
    const drafts = JSON.stringify([{ itemId, optionIds: [rightOption], revision: 0 }])
    const path = `${sitting.path}/answers`
    const saved = await connection.send(origin, {
      path,
      cookie,
      form: { drafts },
      accept: 'application/json',
    })
    requireReply(saved, 200, '"ok":true')
  }
  const result = await handInQuiz(connection, origin, learner, sitting)
  const graded = requireReply(await get(result), 200, 'href="/certificates/')
  const [, certificate = ''] = /href="(\/certificates\/[0-9a-f-]{36})"/.exec(graded.body) ?? []
  requireReply(await get(certificate), 200, 'Staff Member')
}

type Sitting = { readonly path: string; readonly items: readonly string[]; readonly idempotencyKey: string }

/** The quiz's page, its start, and the sitting that the start leads to. */
export async function beginQuiz(connection: Connection, origin: string, learner: Learner): Promise<Sitting> {
  const { cookie, assignmentId } = learner
  const quiz = `/training/${assignmentId}/modules/${benchModule}/quiz`
  requireReply(await connection.send(origin, { path: quiz, cookie }), 200, `action="${quiz}/attempts"`)
  const started = await connection.send(origin, { path: `${quiz}/attempts`, cookie, form: {} })
  const { location: path } = requireReply(started, 303, '/attempts/')
  const page = await connection.send(origin, { path, cookie })
  const { body } = requireReply(page, 200, `action="${path}/submission"`)
  return { path, items: itemsOn(body), idempotencyKey: idempotencyKeyOn(body) }
}

/** Hands in the right answers. Resolves with the address of the result. */
export async function handInQuiz(
  connection: Connection,
  origin: string,
  { cookie }: Learner,
  { path, items, idempotencyKey }: Sitting,
): Promise<string> {
  const answers = Object.fromEntries(items.map((itemId) => [`answer.${itemId}`, rightOption]))
  const form = { ...answers, idempotencyKey }
  const handedIn = await connection.send(origin, { path: `${path}/submission`, cookie, form })
  return requireReply(handedIn, 303, '/result').location
}

function itemsOn(body: string): string[] {
  const items = [...new Set(Array.from(body.matchAll(/name="answer\.([^"]+)"/g), ([, id]) => id ?? ''))]
  if (items.length !== quizDraw) throw new Error(`a sitting of ${items.length} items instead of ${quizDraw}`)
  return items
}

function idempotencyKeyOn(body: string): string {
  const [, key] =
    /name="idempotencyKey" value="([^"]+)"|value="([^"]+)" name="idempotencyKey"/.exec(body) ?? []
  if (!key) throw new Error('a sitting without an idempotency key')
  return key
}

/** A passed attempt begins the next cycle, whose lessons are unread: marks them as read, outside of what is measured. */
export async function readLessonsOfAll(db: Database, practiceId: PracticeId): Promise<void> {
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await tx.$executeRaw`
      INSERT INTO lesson_reading (practice_id, assignment_id, cycle, module_version_id, lesson_id, place, started_at,
        saved_at, finished_at, language)
      SELECT practice_id, assignment_id, max(number), ${`${benchModule}@1`}, lesson_id, 1, now(), now(), now(), 'en'
      FROM cycle, unnest(${[...benchLessons]}::text[]) AS lesson_id
      WHERE practice_id = ${practiceId}::uuid GROUP BY practice_id, assignment_id, lesson_id
      ON CONFLICT (practice_id, assignment_id, cycle, module_version_id, lesson_id) DO UPDATE
        SET finished_at = coalesce(lesson_reading.finished_at, excluded.finished_at)`
  })
}
