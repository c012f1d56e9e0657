import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CheckedDraft, checkDraft } from '#lib/content/authoring/check-draft'
import { findingCodes, findingKind } from '#lib/content/authoring/finding-kinds'
import { checkPool } from '#lib/content/lesson/shared-pool'
import { readRegisters } from '#lib/content/registers'
import { type GateId, gateIds } from '#lib/domain/authoring/gates'
import { instantFrom } from '#lib/domain/calendar'
import { messages } from '#lib/web/messages'

afterAll(() => checkPool().close())

const shipped = path.resolve('content/modules/risk-and-control')
const registers = readRegisters('content')
const earlier = instantFrom('2026-03-01T12:00:00.000Z')
const later = instantFrom('2026-03-02T12:00:00.000Z')

/** A copy of a shipped module with some of its files written otherwise; null takes one out. */
async function checked(changes: Readonly<Record<string, ((text: string) => string) | null>> = {}) {
  const files = readdirSync(shipped, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const place = path.relative(shipped, file).split(path.sep).join('/')
      const change = changes[place]
      if (change === null) return []
      const text = readFileSync(file, 'utf8')
      const bytes = new TextEncoder().encode(change ? change(text) : text)
      return [{ path: place, bytes, changedAt: change ? later : earlier }]
    })
  const kind = 'module' as const
  const draft = {
    kind,
    objectives: [],
    owner: 'p',
    slug: 'own',
    number: 1,
    filesHash: 'a'.repeat(64),
    files,
    registers,
  }
  const found = await checkDraft(draft)
  if (!found) throw new Error('nobody else checks here')
  return found
}

const failing = ({ gates }: CheckedDraft) =>
  Object.fromEntries(gates.filter(({ count }) => count > 0).map(({ gate, findings }) => [gate, findings]))

const names = ['already-our-patients', 'drawn-in-and-held', 'why-people-stay-silent']
const lesson = (number: number) => `v1/lessons/${names[number - 1]}.mdx`
const add =
  (...words: readonly string[]) =>
  (text: string) =>
    `${text}\n\n${words.join('\n\n')}\n`
const withoutTranslation = Object.fromEntries(
  [...names.map((name) => `lessons/${name}.mdx`), 'version.yaml', 'quiz.yaml'].map((file) => [
    `v1/es/${file}`,
    null,
  ]),
)

test('a shipped module passes every gate that blocks; each gate stands in the result', async () => {
  // Saved once more, so that its translation is older than it.
  const found = await checked({ [lesson(2)]: (text) => text })
  const blocking = found.gates.filter(({ severity, count }) => severity === 'blocking' && count > 0)
  expect(blocking, JSON.stringify(blocking)).toEqual([])
  expect(found.gates.map(({ gate }) => gate)).toEqual(gateIds.filter((gate) => gate !== 'case-graph'))
  expect(found.version?.translations.map(({ language }) => language)).toEqual(['es'])
  expect(failing(found)['translation']).toMatchObject([{ code: 'translation-older', translation: 'es' }])
})

describe('a gate stops what is its own, and says where', () => {
  let found: CheckedDraft
  beforeAll(async () => {
    found = await checked({
      ...withoutTranslation,
      [lesson(1)]: add(
        '{1 + 1}',
        'Call 555-010-0199.',
        'It is so. <Cite id="nobody" />',
        '<Figure src="a.png" />',
      ),
      [lesson(2)]: add(
        'Call the parents right away.',
        'She was a prostitute.',
        'About 42 percent were found.',
      ),
      [lesson(3)]: (text) =>
        add('Some words that say little. '.repeat(2000))(
          text.replaceAll(/<Cite [^>]*>/g, '').replaceAll(/ source="[^"]*"/g, ''),
        ),
      'v1/version.yaml': (text) =>
        text
          .replaceAll('objectives: [m02-o2]', 'objectives: [m02-o1]')
          .replaceAll(/sources:(?: \[[^\]]*\]|(?:\n\s+- .*)+)/g, 'sources: []'),
      'v1/quiz.yaml': (text) =>
        text.replaceAll('objective: m02-o3', 'objective: m02-o1').replace('correct: false', 'correct: true'),
    })
  })

  const second = { kind: 'lesson', number: 2, name: 'drawn-in-and-held' }
  test.each<[GateId, object]>([
    ['dangerous-statements', { code: 'alert-family', place: second }],
    ['respectful-words', { code: 'stigma-language', place: second }],
    ['sources', { code: 'uncited-number', place: second }],
    ['sources', { code: 'source-unknown', values: { id: 'nobody' } }],
    [
      'contacts',
      { code: 'phone-number', place: { kind: 'lesson', number: 1, name: 'already-our-patients' } },
    ],
    ['alternative-text', { code: 'alternative-needed' }],
    ['lessons', { code: 'braces', message: expect.stringContaining('Braces hold code') }],
    [
      'objectives-taught',
      { code: 'objective-untaught', values: { id: 'm02-o2' }, place: { kind: 'outline' } },
    ],
    ['objectives-tested', { code: 'objective-untested', values: { id: 'm02-o3', has: '0', least: '2' } }],
    ['quiz', { code: 'one-right', place: { kind: 'item', number: 1, itemId: 'm02-q01' } }],
    ['size', { code: 'lesson-large', place: expect.objectContaining({ number: 3 }) }],
    ['lessons-cite', { code: 'lesson-uncited', place: expect.objectContaining({ number: 3 }) }],
  ])('%s: %o', (gate, finding) => {
    expect(failing(found)[gate] ?? []).toContainEqual(expect.objectContaining({ gate, ...finding }))
    expect(found.version).toBeNull()
  })

  test('a lesson that lists no source and cites one names one', () => {
    expect(failing(found)['lessons-cite']).toHaveLength(1)
  })

  test('what could not be looked at is not passed', async () => {
    const unreadable = await checked({ 'module.yaml': () => 'title: [' })
    expect(failing(unreadable)['files']).toMatchObject([{ place: { kind: 'about' } }])
    expect(unreadable.gates.filter(({ isKnown, count }) => isKnown && count === 0)).toEqual([])
    expect(unreadable.version).toBeNull()
  })
})

describe('a translation', () => {
  test('that does not fit its text is left out, and the author is told where', async () => {
    const found = await checked({ 'v1/es/lessons/drawn-in-and-held.mdx': null })
    expect(found.version?.translations).toEqual([])
    const place = { kind: 'lesson', number: 2 }
    expect(failing(found)['translation']).toMatchObject([
      { code: 'translation-left-out' },
      { code: 'lesson-untranslated', place, translation: 'es' },
      { code: 'lesson-missing', place, translation: 'es' },
    ])
  })

  test('that fits its text and says something dangerous is not let out', async () => {
    const found = await checked({
      [lesson(2)]: add('Ask in private.'),
      'v1/es/lessons/drawn-in-and-held.mdx': add('Avise a los padres de inmediato.'),
    })
    expect(found.version).toBeNull()
    expect(failing(found)['dangerous-statements']).toMatchObject([
      { code: 'alert-family', translation: 'es' },
    ])
  })
})

describe('the words for a finding', () => {
  test.each(['en', 'es'] as const)('stand in %s for every gate and every code', (language) => {
    const words = messages[language].gates as unknown as {
      gate: Record<string, { name: string; says: string }>
      finding: Record<string, string>
    }
    expect(Object.keys(words.gate).toSorted()).toEqual([...gateIds].toSorted())
    expect(Object.keys(words.finding).toSorted()).toEqual(findingCodes.toSorted())
  })

  test('name what the sentence of the pipeline names, and a sentence that nobody knows is shown as it is', () => {
    expect(findingKind('v1/quiz.yaml', 'The bank has 3 items; write at least 6.')).toEqual({
      gate: 'objectives-tested',
      code: 'bank-small',
      values: { has: '3', least: '6' },
    })
    expect(findingKind('v1/quiz.yaml', 'Nested mappings are not allowed in compact mappings')).toEqual({
      gate: 'quiz',
      code: null,
      values: {},
    })
  })
})
