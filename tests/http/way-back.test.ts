import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type Doors, playDoors } from '#tests/http/doors'
import { type Answer, ask, post } from '#tests/support/ask'
import { addLink } from '#tests/support/personas'

const app = inject('app')
const ended = 'beacon-session=a-session-that-ended'
const from = (page: string) => `from=${encodeURIComponent(page)}`

let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const signInForm = (more: Record<string, string> = {}) => ({
  emailAddress: doors.personas.learner.emailAddress,
  password: 'not the password of anybody',
  ...more,
})

describe('without a session', () => {
  test('a page leads to sign-in and keeps its address, a query included', async () => {
    const page = `/practice/${doors.places.practiceId}?show=overdue&page=2`
    const { status, location } = await ask(app, { path: page })
    expect([status, location]).toEqual([307, `/sign-in?${from(page)}`])
  })

  test('a form leads to sign-in and to the page that it stands on', async () => {
    const page = `/practice/${doors.places.practiceId}/staff/new`
    const { status, location } = await post(app, { path: `/practice/${doors.places.practiceId}/staff` })
    expect([status, location]).toEqual([303, `/sign-in?${from(page)}`])
  })

  test('a file, and what belongs to sign-in itself, lead to sign-in alone', async () => {
    const { practiceId, certificateId } = doors.places
    for (const path of [
      `/practice/${practiceId}/roster`,
      `/certificates/${certificateId}/pdf`,
      '/sign-in/code',
    ]) {
      expect((await ask(app, { path })).location, path).toBe('/sign-in')
    }
    expect((await post(app, { path: '/account/sign-out' })).location).toBe('/sign-in')
  })

  test('a script is told so, whatever it sends', async () => {
    const path = `/practice/${doors.places.practiceId}/staff`
    const { status } = await post(app, {
      path,
      headers: { accept: 'application/json' },
      form: { no: 'sense' },
    })
    expect(status).toBe(401)
  })
})

describe('the sign-in page', () => {
  const words = async (path: string, cookie = '') => (await ask(app, { path, cookie })).text

  test('says that a session ended only to a browser that had one', async () => {
    const page = `/sign-in?${from('/training')}`
    expect(await words(page, ended)).toContain('Your session ended')
    expect(await words(page)).not.toContain('Your session ended')
    expect(await words(page)).toContain('Sign in to see this page.')
    expect(await words('/sign-in', ended)).not.toContain('Your session ended')
  })

  test('carries the way back in its form, and no way to elsewhere', async () => {
    expect(await words(`/sign-in?${from('/training')}`)).toContain('name="from" value="/training"')
    expect(await words(`/sign-in?${from('https://evil.example/training')}`)).not.toContain('name="from"')
    expect(await words(`/sign-in?${from('//evil.example')}`)).not.toContain('evil.example"')
  })

  test('keeps the way back when the password was wrong', async () => {
    const form = signInForm({ from: '/training' })
    const { location = '' } = await post(app, { path: '/sign-in/session', form })
    expect(await words(location)).toContain('name="from" value="/training"')
  })

  test('leads whoever is signed in already straight on', async () => {
    const { cookie } = doors.personas.learner
    const there = await ask(app, { path: `/sign-in?${from('/training')}`, cookie })
    expect(there.location).toBe('/training')
    const elsewhere = await ask(app, { path: `/sign-in?${from('//evil.example')}`, cookie })
    expect(elsewhere.location).toBe('/')
  })
})

test('whoever signs in goes back to the page, and to no other site', async () => {
  const password = 'brisk otter sharpens seven lanterns'
  const learner = await playDoors(app).then(({ personas }) => personas.learner)
  const token = await addLink(app, 'reset', learner)
  await post(app, { path: `/reset/${token}/password`, form: { password } })
  const signIn = async (wanted: string) => {
    const form = { emailAddress: learner.emailAddress, password, from: wanted }
    const { status, location } = await post(app, { path: '/sign-in/session', form })
    return [status, location]
  }
  expect(await signIn('/training')).toEqual([303, '/training'])
  expect(await signIn('//evil.example/training')).toEqual([303, '/'])
  expect(await signIn('x'.repeat(2000))).toEqual([303, '/'])
})

describe('with the second step still due', () => {
  test('a page leads to the code and keeps its address', async () => {
    const { cookie } = doors.personas.pending
    const page = `/practice/${doors.places.practiceId}`
    expect((await ask(app, { path: page, cookie })).location).toBe(`/sign-in/code?${from(page)}`)
    const { text } = await ask(app, { path: `/sign-in/code?${from(page)}`, cookie })
    expect(text).toContain(`name="from" value="${page}"`)
  })
})

describe('the order of a command', () => {
  test('asks for the session before it looks at what was sent', async () => {
    const path = `/practice/${doors.places.practiceId}/requirements`
    const stranger: Answer = await post(app, { path, form: { no: 'sense' } })
    expect(stranger.location).toMatch(/^\/sign-in\?from=/)
    const malformed = await post(app, { path: '/practice/not-an-id/requirements', form: {} })
    expect(malformed.location).toMatch(/^\/sign-in/)
  })

  test('counts a stranger’s tries before it looks at what was sent', async () => {
    const form = { emailAddress: 'counted@practice.example', password: '', surplus: 'x' }
    const headers = { accept: 'application/json' }
    const statuses: number[] = []
    for (let round = 0; round < 11; round += 1) {
      statuses.push((await post(app, { path: '/sign-in/session', form, headers })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
  })

  test('a stranger who tries codes is asked to sign in, however often', async () => {
    for (let round = 0; round < 11; round += 1) {
      const { location } = await post(app, { path: '/sign-in/code/proof', form: { code: '000000' } })
      expect(location).toBe('/sign-in')
    }
  })
})

test('of a stranger’s form no more than 16 KB is kept', async () => {
  const form = signInForm({ emailAddress: `${'x'.repeat(100_000)}@practice.example`, password: '' })
  const { location = '' } = await post(app, { path: '/sign-in/session', form })
  const { text } = await ask(app, { path: location })
  expect(text).toContain('Enter your password.')
  expect(text).not.toContain('xxxxxxxxxx')
})
