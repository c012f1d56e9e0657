import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readModuleFacts } from '#lib/content/authoring/module-facts'
import { readOutline } from '#lib/content/authoring/outline'
import { editYaml } from '#lib/content/yaml-edit/edit-yaml'
import { readYaml } from '#lib/content/yaml-file'

const folder = mkdtempSync(path.join(tmpdir(), 'beacon-yaml-'))
afterAll(() => rmSync(folder, { recursive: true }))

const full = 500_000
const repeated = (piece: string) => piece.repeat(Math.floor(full / piece.length))

describe('a YAML file that costs too much, or means more than it shows, is refused with a place', () => {
  test.each([
    ['brackets', repeated('[')],
    ['brackets that are closed', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['maps in one line', `${'{a: '.repeat(3000)}1${'}'.repeat(3000)}`],
    ['lists in one line', repeated('- ')],
    ['keys of keys', repeated('? ')],
    ['many lines', repeated('- a\n')],
    ['many comments', repeated('#\n')],
    ['many documents', '---\na: 1\n'.repeat(10)],
    ['too many bytes', 'a'.repeat(600_000)],
    ['an alias', 'a: &a [1]\nb: *a\n'],
    ['a billion laughs', 'a: &a [1]\nb: &b [*a, *a]\nc: &c [*b, *b]\n'],
    ['a merge', 'a: &a {b: 1}\nc:\n  <<: *a\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key twice that is a number', '1: 1\n"1": 2\n'],
    ['a tag that nobody knows', 'a: !!js/function "x"\nb: [\n'],
    ['an open quote', 'a: "b\n'],
    ['a tab', 'a:\n\tb: 1\n'],
  ])('%s', (_, text) => {
    const file = path.join(folder, 'a.yaml')
    writeFileSync(file, text)
    const read = readYaml(file, z.unknown())
    expect(read).toMatchObject({ ok: false })
    const places = read.ok ? [] : read.refusal.map(({ line, column }) => line >= 1 && column >= 1)
    expect(places).toContain(true)
    expect(places).not.toContain(false)
    expect(editYaml(text, [])).toEqual({ ok: false, refusal: 'yaml-unreadable' })
    expect([readOutline(text), readModuleFacts(text)]).toEqual([undefined, undefined])
  })

  test('many keys are read, and none is looked for among all others', () => {
    const text = Array.from({ length: 19_000 }, (_, number) => `k${number}: ${number}\n`).join('')
    expect(editYaml(text, [])).toEqual({ ok: true, value: text })
  })
})
