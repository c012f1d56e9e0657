import { beforeAll, expect, inject, test } from 'vitest'
import { routeTable } from '#lib/web/route-table'
import { addressAt, type Doors, playDoors, tokenFor } from '#tests/http/doors'
import { draftCanary } from '#tests/http/draft-doors'
import { forms } from '#tests/http/forms'
import { canary, type Planted, plantAnswers } from '#tests/http/planted-answers'
import { ask, post } from '#tests/support/ask'

const app = inject('app')
const pages = routeTable.filter(({ method, path }) => method === 'GET' && path !== '/fault')
const own = /\[(assignmentId|attemptId|playId|formId|refresherId)\]/
const deeds = routeTable.filter(({ method, path }) => method === 'POST' && own.test(path))

/** Everybody at the practice and elsewhere but the learner whose answers they are. */
const others = ['manager', 'administrator', 'author', 'reviewer', 'newcomer', 'foreignManager'] as const

let doors: Doors
let planted: Planted
beforeAll(async () => {
  const played = await playDoors(app)
  planted = await plantAnswers(app, played)
  doors = { ...played, places: { ...played.places, ...planted.places } }
})

test('the learner is shown the words that are looked for', async () => {
  const { cookie } = doors.personas.learner
  const sitting = await ask(app, { path: `/attempts/${doors.places.attemptId}`, cookie })
  expect(found(sitting.text)).not.toEqual([])
  const form = await ask(app, { path: `/questions/${doors.places.formId}`, cookie })
  expect(found(form.text)).not.toEqual([])
  const debrief = await ask(app, { path: `/plays/${doors.places.endedPlayId}/debrief`, cookie })
  expect(found(debrief.text)).not.toEqual([])
  const review = await ask(app, { path: `/reviews/${doors.places.refresherId}`, cookie })
  expect(found(review.text)).not.toEqual([])
  const result = await ask(app, { path: `/attempts/${doors.places.submittedId}/result`, cookie })
  expect(found(result.text)).toContain(String(canary.correct))
  // And a manager comes as near to them as it goes.
  const path = addressAt('/practice/[practiceId]/regrades/[runId]/people/[submissionId]', doors.places)
  const regrade = await ask(app, { path, cookie: doors.personas.manager.cookie })
  expect(regrade.text).toContain(doors.personas.learner.name)
})

test.each(others)('no page or file tells the %s what somebody answered, chose or scored', async (name) => {
  const { cookie } = doors.personas[name]
  const leaks: string[] = []
  for (const { path } of pages) {
    const token = await tokenFor(app, path, doors)
    const at = addressAt(path, { ...doors.places, token })
    const { text, location } = await ask(app, { path: at, cookie })
    for (const word of found(`${text} ${location ?? ''}`)) leaks.push(`${path}: ${word}`)
  }
  expect(leaks).toEqual([])
})

test.each(['learner', 'manager', 'newcomer', 'foreignManager'] as const)(
  'no page or file tells the %s what is right in a quiz that is being written',
  async (name) => {
    const leaks: string[] = []
    for (const { path } of pages) {
      const at = addressAt(path, { ...doors.places, token: await tokenFor(app, path, doors) })
      const { text } = await ask(app, { path: at, cookie: doors.personas[name].cookie })
      if (text.includes(draftCanary)) leaks.push(path)
    }
    expect(leaks).toEqual([])
  },
)

test('whoever writes or reviews it is shown what is right in a quiz that is being written', async () => {
  const path = addressAt('/authoring/[practiceId]/drafts/[draftId]/quiz/items/[itemId]', doors.places)
  for (const name of ['author', 'reviewer'] as const) {
    const { text } = await ask(app, { path, cookie: doors.personas[name].cookie })
    expect(text).toContain(draftCanary)
  }
})

test.each(others)('no command on the training of somebody else tells the %s about it', async (name) => {
  const { cookie } = doors.personas[name]
  const leaks: string[] = []
  for (const { path } of deeds) {
    const question = { path: addressAt(path, doors.places), form: forms[path]?.(doors) ?? {}, cookie }
    const { text, status } = await post(app, { ...question, headers: asScript })
    for (const word of found(text)) leaks.push(`${path}: ${word}`)
    expect(status, path).toBe(404)
  }
  expect(leaks).toEqual([])
})

const asScript = { accept: 'application/json' }

/** What of it a response holds, however that groups the digits of a number. */
function found(response: string): string[] {
  const plain = response.replace(/(?<=\d)[,.](?=\d{3})/g, '')
  return planted.words.filter((word) => plain.includes(word))
}
