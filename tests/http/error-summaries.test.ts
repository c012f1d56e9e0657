import { beforeAll, expect, inject, test } from 'vitest'
import { messages } from '#lib/web/messages'
import { routeTable } from '#lib/web/route-table'
import { addressAt, type Doors, playDoors, tokenFor } from '#tests/http/doors'
import { forms } from '#tests/http/forms'
import { cookieOf, promised } from '#tests/http/guard'
import { ask, post } from '#tests/support/ask'

const app = inject('app')
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const commands = routeTable.filter(({ method }) => method === 'POST')
const asksNothing = (form: object) => Object.keys(form).length === 0
const visitors = ['administrator', 'learner', 'stranger', 'outside'] as const

/** The links of the summary of problems: where each leads, and what it says. */
function summaryOf(html: string): { to: string; words: string }[] {
  const summary = /<div[^>]*role="alert".*?<\/ul>/s.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, to = '', words = '']) => ({
    to,
    words,
  }))
}

test.each(commands)(
  'an empty form to $path is answered by links that each name a field of the page',
  async (rule) => {
    if (asksNothing(forms[rule.path]?.(doors) ?? {})) return
    const who = visitors.find((name) => promised(rule, name) === 'in') ?? 'administrator'
    const token = await tokenFor(app, rule.path, doors)
    const path = addressAt(rule.path, { ...doors.places, token })
    const cookie = cookieOf(who, doors)
    const { location } = await post(app, { path, cookie })
    if (!location?.includes('?form=')) return
    const { text } = await ask(app, { path: location, cookie })
    const links = summaryOf(text)
    expect(new Set(links.map(({ words }) => words)).size, JSON.stringify(links)).toBe(links.length)
    expect(new Set(links.map(({ to }) => to)).size, JSON.stringify(links)).toBe(links.length)
    expect(links.filter(({ to }) => !text.includes(`id="${to}"`))).toEqual([])
    expect(links.filter(({ to }) => !Object.hasOwn(messages.en.fields, to))).toEqual([])
  },
)
