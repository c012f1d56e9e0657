import { beforeAll, describe, expect, inject, test } from 'vitest'
import { routeTable } from '#lib/web/route-table'
import { addressAt, type Doors, playDoors, tokenFor } from '#tests/http/doors'
import { fileFor, forms } from '#tests/http/forms'
import { type CallerName, callers, cookieOf, type Outcome, promised, strangers } from '#tests/http/guard'
import { type Answer, ask, post, withFile } from '#tests/support/ask'

const app = inject('app')
const reads = routeTable.filter(({ method, path }) => method === 'GET' && path !== '/fault')
const commands = routeTable.filter(({ method }) => method === 'POST')

/** Doors that have no page of their own for these callers, and lead on at once. */
const waysOn: Readonly<Record<string, readonly CallerName[]>> = {
  '/': callers,
  '/sign-in': callers.filter((name) => !strangers.includes(name)),
  '/sign-in/code': callers.filter((name) => name !== 'pending' && !strangers.includes(name)),
}

/** A redirect is told apart by where it leads; a refused form or a done deed lead elsewhere, or carry a word along. */
function outcomeOf({ status, location }: Answer): Outcome | string {
  if (status === 404) return 'not-found'
  // With the way back, where there is one: tests/http/way-back.test.ts says which.
  if (/^\/sign-in(\?from=[\w%.-]+)?$/.test(location ?? '')) return 'sign-in'
  if (/^\/sign-in\/code(\?from=[\w%.-]+)?$/.test(location ?? '')) return 'code'
  return status === 200 || status === 303 ? 'in' : `${status} ${location}`
}

describe('every page and file', () => {
  let doors: Doors
  beforeAll(async () => {
    doors = await playDoors(app)
  })

  test.each(reads)('GET $path opens to those it is for', async (rule) => {
    const token = await tokenFor(app, rule.path, doors)
    const path = addressAt(rule.path, { ...doors.places, token })
    const answered: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const name of callers) {
      const answer = await ask(app, { path, cookie: cookieOf(name, doors) })
      const leadsOn = waysOn[rule.path]?.includes(name)
      answered[name] = leadsOn ? String(answer.status) : outcomeOf(answer)
      wanted[name] = leadsOn ? '307' : promised(rule, name)
    }
    expect(answered).toEqual(wanted)
  })
})

describe('every command', () => {
  test('has a form here that only its guard can refuse', () => {
    expect(Object.keys(forms).sort()).toEqual(commands.map(({ path }) => path).sort())
  })

  test.each(commands)('POST $path obeys those it is for', async (rule) => {
    const doors = await playDoors(app)
    const form = forms[rule.path]?.(doors) ?? {}
    const path = addressAt(rule.path, { ...doors.places, token: await tokenFor(app, rule.path, doors) })
    const answered: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const name of callers) {
      const file = fileFor(rule.path)
      const sent = file ? withFile(form, file) : { form }
      answered[name] = outcomeOf(await post(app, { path, ...sent, cookie: cookieOf(name, doors) }))
      wanted[name] = promised(rule, name)
    }
    expect(answered).toEqual(wanted)
  })

  test('answers a script without a session by 401', async () => {
    const doors = await playDoors(app)
    const headers = { accept: 'application/json' }
    for (const { path, caller } of commands.filter(({ caller }) => caller !== 'public')) {
      const form = forms[path]?.(doors) ?? {}
      const { status } = await post(app, { path: addressAt(path, doors.places), form, headers })
      // Nobody signs in to read from outside: there is nothing to be told.
      expect(status, path).toBe(caller === 'outside' ? 404 : 401)
    }
  })
})
