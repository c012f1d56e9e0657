import { randomUUID } from 'node:crypto'
import { beforeAll, expect, inject, test } from 'vitest'
import { firstAnswers } from '#tests/http/doors'
import { ask, post } from '#tests/support/ask'
import { type Personas, playPersonas } from '#tests/support/personas'
import { askWithTerms, letTimeEnd } from '#tests/support/timed'
import { playTraining, type TrainingPlaces } from '#tests/support/training-places'

// As a browser without scripts meets a quiz with a time limit: plain forms, and pages that say everything.

const app = inject('app')
let personas: Personas
let training: TrainingPlaces
let quiz: string
beforeAll(async () => {
  personas = await playPersonas(app)
  training = await playTraining(app, personas.learner)
  await askWithTerms(app, personas.learner, { timeLimitMinutes: 30, keysShown: 'after-pass-or-last' })
  quiz = `/training/${training.assignmentId}/modules/${training.moduleId}/quiz`
})

const read = async (path: string, name: keyof Personas = 'learner') =>
  plain((await ask(app, { path, cookie: personas[name].cookie })).text)

/** Without the comments that React puts between pieces of text. */
const plain = (html: string) => html.replaceAll('<!-- -->', '').replaceAll('&#x27;', "'")

const send = (path: string, form = {}, name: keyof Personas = 'learner') =>
  post(app, { path, form, cookie: personas[name].cookie })

async function start(): Promise<string> {
  const { location = '' } = await send(`${quiz}/attempts`)
  expect(location).toMatch(/^\/attempts\/[0-9a-f-]+$/)
  return location.slice('/attempts/'.length)
}

test('a manager gives more time by a plain form, and the quiz says so to the person before it begins', async () => {
  expect(await read(quiz)).toContain(
    'You have 30 minutes for one attempt. If you start now, your time ends on',
  )
  const { practiceId, staffMemberId, name } = personas.learner
  const person = `/practice/${practiceId}/staff/${staffMemberId}`
  const { status } = await send(`${person}/time-accommodations`, { allowance: 'half-more' }, 'manager')
  expect(status).toBe(303)
  const page = await read(quiz)
  expect(page).toContain('You have 45 minutes for one attempt.')
  expect(page).toContain('Your practice sets 30 minutes, and you have more time.')
  expect(page).toContain(`${personas.manager.name} recorded this on`)
  expect(await read('/account')).toContain('Half as much time again.')
  expect(await read(person, 'manager')).toContain(`Recorded by ${personas.manager.name} on`)
  // Everybody else who may open a page that names the person reads nothing of it there.
  for (const other of ['author', 'reviewer', 'foreignManager'] as const) {
    const { text } = await ask(app, { path: person, cookie: personas[other].cookie })
    expect(text).not.toContain(name)
    expect(text).not.toContain('Recorded by')
  }
})

test('what is saved by the button in time is handed in late, and nothing that comes later', async () => {
  const attemptId = await start()
  const path = `/attempts/${attemptId}`
  const page = await read(path)
  expect(page).toMatch(/Your time ends on [A-Z][a-z]+ \d+, \d{4} at \d+:\d\d/)
  expect(page).toMatch(/<noscript>.*press “Save and go on later” from time to time.*<\/noscript>/s)
  const answers = firstAnswers(page)
  const one = Object.fromEntries(Object.entries(answers).slice(0, 1))
  const saved = await send(`${path}/answers`, one)
  expect(saved.location).toContain(path)

  await letTimeEnd(app, personas.learner, attemptId)
  expect(await read(quiz)).toContain('Your time ended on')
  const over = await read(path)
  expect(over).toContain('One of 6 questions has an answer that was saved by then.')
  expect(over).not.toContain('<fieldset')
  const refused = await send(`${path}/answers`, answers)
  expect(await read(refused.location ?? '')).toContain('nothing more can be saved to it')

  const late = await send(`${path}/submission`, { ...answers, idempotencyKey: randomUUID() })
  expect(late.location).toBe(`${path}/result`)
  const result = await read(`${path}/result`)
  expect(result).toContain('the answer to one question of 6. What you chose later does not count.')
  // An attempt is left, so that no answer is shown but the right step of a safety point.
  expect(result).not.toContain('The questions of this attempt, answered')
})

test('an attempt of which nothing was saved is handed in by the page that it became, and the answers are shown after the last', async () => {
  const attemptId = await start()
  const path = `/attempts/${attemptId}`
  await letTimeEnd(app, personas.learner, attemptId)
  const [, key = ''] = /name="idempotencyKey"[^>]*value="([0-9a-f-]+)"/.exec(await read(path)) ?? []
  const { location } = await send(`${path}/submission`, { idempotencyKey: key })
  expect(location).toBe(`${path}/result`)
  const result = await read(`${path}/result`)
  expect(result).toContain('no answer of 6')
  expect(result).toContain('The questions of this attempt, answered')
  expect(result).toContain('Talk this through face to face with')
  expect(result).toContain('The right step')
})
