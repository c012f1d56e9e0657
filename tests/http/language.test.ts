import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type Doors, playDoors } from '#tests/http/doors'
import { ask, post } from '#tests/support/ask'
import { addLink } from '#tests/support/personas'

const app = inject('app')
const inSpanish = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' }
const spanish = 'beacon-language=es'
const english = 'beacon-language=en'

let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const languageOf = (html: string) => /<html[^>]* lang="(\w+)"/.exec(html)?.[1]
const pageLanguage = async (cookie: string, headers: Record<string, string> = {}) =>
  languageOf((await ask(app, { path: '/sign-in', cookie, headers })).text)

/** A switch as a browser sends it from a page: a plain form, and the page's address beside it. */
const switchTo = (language: string, page: string, more: { cookie?: string; place?: string } = {}) =>
  post(app, {
    path: '/language',
    form: { language, ...(more.place ? { place: more.place } : {}) },
    headers: { referer: page.startsWith('/') ? `${app.origin}${page}` : page },
    ...(more.cookie ? { cookie: more.cookie } : {}),
  })

describe('the language of a page', () => {
  test('is the one chosen in this browser, else the one that it asks for, else English', async () => {
    expect(await pageLanguage('')).toBe('en')
    expect(await pageLanguage('', inSpanish)).toBe('es')
    expect(await pageLanguage('', { 'accept-language': 'fr-FR,fr' })).toBe('en')
    expect(await pageLanguage(english, inSpanish)).toBe('en')
    expect(await pageLanguage(spanish)).toBe('es')
    expect(await pageLanguage('beacon-language=<script>', inSpanish)).toBe('es')
  })

  test('holds for its words, for what does not exist and for what is refused', async () => {
    expect((await ask(app, { path: '/sign-in', cookie: spanish })).text).toContain('Iniciar sesión')
    const missing = await ask(app, { path: '/roster-of-nobody', cookie: spanish })
    expect([missing.status, languageOf(missing.text)]).toEqual([404, 'es'])
    const style = await ask(app, { path: '/words/not-found', cookie: spanish })
    expect(style.text).toContain('No se encontró la página')
    const refused = await ask(app, { method: 'POST', path: '/language', cookie: spanish })
    expect([refused.status, languageOf(refused.text)]).toEqual([403, 'es'])
    expect((await ask(app, { path: '/fault', cookie: spanish })).text).toContain('<html lang="es">')
  })

  test('every page offers the other language by its own name, in a form that needs no script', async () => {
    const { cookie } = doors.personas.learner
    for (const path of ['/sign-in', '/help', '/verify', '/handbook', '/training', '/roster-of-nobody']) {
      const { text } = await ask(app, { path, cookie: path === '/sign-in' ? '' : cookie })
      const form = /<form action="\/language" method="post">.*?<\/form>/s.exec(text)?.[0] ?? ''
      expect(form, path).toMatch(
        /<button(?=[^>]* lang="es")(?=[^>]* name="language")[^>]* value="es"[^>]*>Español</,
      )
    }
  })
})

describe('a switch', () => {
  test('keeps the choice for a year and leads back to the same page, its query included', async () => {
    const { status, location, headers } = await switchTo('es', '/verify?number=ABCD')
    expect([status, location]).toEqual([303, '/verify?number=ABCD'])
    expect(headers['set-cookie']).toEqual([
      'beacon-language=es; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
    ])
  })

  test('keeps the block of a lesson, and drops a refused form that was shown already', async () => {
    expect((await switchTo('es', '/help', { place: 'block-12' })).location).toBe('/help#block-12')
    expect((await switchTo('es', '/sign-in?form=abc&from=%2Ftraining')).location).toBe(
      '/sign-in?from=%2Ftraining',
    )
  })

  test.each([
    ['https://evil.example/training'],
    ['//evil.example'],
    ['http://127.0.0.1.evil.example/'],
    ['javascript:alert(1)'],
    [''],
  ])('leads to no other site: %s', async (page) => {
    const { status, location } = await switchTo('es', page === '//evil.example' ? 'x://evil.example' : page)
    expect([status, location]).toEqual([303, '/'])
  })

  test('leads to no other site by a path that a browser would take for one', async () => {
    expect((await switchTo('es', '//evil.example/training')).location).toBe('/')
    expect((await switchTo('es', '/\\evil.example')).location).not.toMatch(/^\/[/\\]/)
  })

  test('is refused from another site, and for a language that there is not', async () => {
    const elsewhere = await ask(app, {
      method: 'POST',
      path: '/language',
      form: { language: 'es' },
      headers: { origin: 'https://evil.example' },
    })
    expect(elsewhere.status).toBe(403)
    const headers = { accept: 'application/json' }
    const unknown = await post(app, { path: '/language', form: { language: 'fr' }, headers })
    expect([unknown.status, unknown.headers['set-cookie']]).toEqual([422, undefined])
    const place = { language: 'es', place: 'block-1"><script>' }
    expect((await post(app, { path: '/language', form: place, headers })).status).toBe(422)
  })

  test('is remembered with the person: signing in elsewhere finds it', async () => {
    const password = 'brisk otter sharpens seven lanterns'
    const { personas } = await playDoors(app)
    const { emailAddress, cookie } = personas.learner
    await switchTo('es', '/training', { cookie })
    const token = await addLink(app, 'reset', personas.learner)
    await post(app, { path: `/reset/${token}/password`, form: { password } })
    const { headers } = await post(app, { path: '/sign-in/session', form: { emailAddress, password } })
    expect(headers['set-cookie']).toContainEqual(
      expect.stringMatching(/^beacon-language=es; Path=\/; Max-Age=/),
    )
  })
})

describe('what a learner reads', () => {
  test('a lesson is in Spanish from its title to its text, and at the same place', async () => {
    const { assignmentId, moduleId, lessonId } = doors.places
    const path = `/training/${assignmentId}/modules/${moduleId}/lessons/${lessonId}`
    const { cookie } = doors.personas.learner
    const [read, inSpanishToo] = [
      await ask(app, { path, cookie }),
      await ask(app, { path, cookie: `${cookie}; ${spanish}` }),
    ]
    const blocks = ({ text }: { text: string }) => [...text.matchAll(/id="block-\d+"/g)].length
    expect([read.status, inSpanishToo.status]).toEqual([200, 200])
    expect(blocks(inSpanishToo)).toBe(blocks(read))
    expect(inSpanishToo.text).toMatch(/<h1 lang="es">/)
    expect(read.text).toMatch(/<h1 lang="en">/)
    expect(inSpanishToo.text).not.toContain('Aún sin traducir')
  })

  test('an open quiz shows the same questions in the same order, in Spanish', async () => {
    const path = `/attempts/${doors.places.attemptId}`
    const { cookie } = doors.personas.learner
    const fieldsOf = ({ text }: { text: string }) =>
      [...text.matchAll(/<input[^>]*type="(?:radio|checkbox)"[^>]*>/g)].map(([input]) => [
        /name="([^"]+)"/.exec(input)?.[1],
        /value="([^"]+)"/.exec(input)?.[1],
      ])
    const [read, inSpanishToo] = [
      await ask(app, { path, cookie }),
      await ask(app, { path, cookie: `${cookie}; ${spanish}` }),
    ]
    // Which six are drawn is chance, and some ask for more than one answer.
    expect(new Set(fieldsOf(read).map(([name]) => name)).size).toBe(6)
    expect(fieldsOf(inSpanishToo)).toEqual(fieldsOf(read))
    expect(inSpanishToo.text).toMatch(/<span class="text-lg font-semibold" lang="es">/)
  })

  test('a guide that is English only says so', async () => {
    const { text } = await ask(app, { path: '/handbook/staff', cookie: spanish })
    expect(text).toContain('Aún sin traducir: este texto está en inglés.')
    expect(text).toMatch(/<div lang="en"><h1/)
  })
})
