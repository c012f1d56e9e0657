import { expect, inject, test } from 'vitest'
import { ask, post } from '#tests/support/ask'
import { playPersonas } from '#tests/support/personas'

const app = inject('app')

test('a session that was used a moment ago is refused as soon as it is ended', async () => {
  const { learner } = await playPersonas(app)
  const page = () => ask(app, { path: '/training', cookie: learner.cookie })
  expect((await page()).status).toBe(200)
  await post(app, { path: '/account/sign-out', cookie: learner.cookie })
  expect(await page()).toMatchObject({ status: 307, location: expect.stringMatching(/^\/sign-in/) })
})
