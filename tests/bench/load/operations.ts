import { benchLessons, benchModule, lessonTitle } from '#tests/bench/fixture/content-folder'
import { lessonMarker } from '#tests/bench/fixture/lesson-text'
import type { Learner, Seeded } from '#tests/bench/fixture/practice'
import { sitQuiz } from '#tests/bench/load/attempt'
import type { Operation } from '#tests/bench/load/drive'
import { type Connection, requireReply } from '#tests/bench/load/http'

const json = 'application/json'
const [lessonId] = benchLessons

/** What Beacon is asked to do. */
export function beaconOperations(origin: string, { learners, ...seeded }: Seeded) {
  const learnerOf = (turn: number): Learner => {
    const learner = learners[turn % learners.length]
    if (!learner) throw new Error('there are learners')
    return learner
  }
  const lessonOf = ({ assignmentId }: Learner) =>
    `/training/${assignmentId}/modules/${benchModule}/lessons/${lessonId}`
  const read = async (connection: Connection, learner: Learner) => {
    const page = await connection.send(origin, { path: lessonOf(learner), cookie: learner.cookie })
    requireReply(requireReply(page, 200, lessonMarker), 200, `${lessonTitle}</h1>`)
    return page.body
  }
  const lessonPage: Operation = async (connection, turn) => {
    await read(connection, learnerOf(turn))
  }
  const lessonRead: Operation = async (connection, turn) => {
    const learner = learnerOf(turn)
    const body = await read(connection, learner)
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1]
    const cycle = hidden('cycle') ?? '1'
    const form = { cycle, version: hidden('version') ?? `${benchModule}@1`, place: String((turn % 20) + 1) }
    const path = `${lessonOf(learner)}/reading`
    const saved = await connection.send(origin, { path, cookie: learner.cookie, accept: json, form })
    requireReply(saved, 200, '"ok":true')
  }
  const attempt: Operation = (connection, turn) => sitQuiz(connection, origin, learnerOf(turn))
  const dashboard: Operation = async (connection) => {
    const path = `/practice/${seeded.practiceId}`
    const page = await connection.send(origin, { path, cookie: seeded.managerCookie })
    requireReply(page, 200, seeded.firstName)
  }
  const lessonAddress = (learner: Learner) => `${origin}${lessonOf(learner)}`
  return { lessonPage, lessonRead, attempt, dashboard, lessonAddress }
}

/** What the bare app is asked to do in its place. */
export function bareOperations(origin: string) {
  const page = async (connection: Connection) => {
    const reply = await connection.send(origin, { path: '/lessons/1' })
    requireReply(requireReply(reply, 200, lessonMarker), 200, `${lessonTitle}</h1>`)
  }
  const post = async (connection: Connection, place: number) => {
    const form = { place: String(place) }
    requireReply(await connection.send(origin, { path: '/lessons/1/readings', form }), 200, '"ok":true')
  }
  const lessonPage: Operation = (connection) => page(connection)
  const lessonRead: Operation = async (connection, turn) => {
    await page(connection)
    await post(connection, (turn % 20) + 1)
  }
  /** In the order of Beacon's: a page, twelve commands, and two pages. */
  const attempt: Operation = async (connection) => {
    await page(connection)
    for (let place = 1; place <= 12; place++) await post(connection, place)
    await page(connection)
    await page(connection)
  }
  return { lessonPage, lessonRead, attempt }
}
