import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderName } from '#lib/domain/authoring/folder-name'

test.each([
  ['Fire drills', [], 'fire-drills'],
  ['  Señales de alerta: ¿qué hacer?  ', [], 'senales-de-alerta-que-hacer'],
  ['Fire drills', ['fire-drills', 'fire-drills-2'], 'fire-drills-3'],
  ['看护', [], 'module'],
])('%j beside %j is %s', (title, beside, name) => {
  expect(folderName(title, beside)).toBe(name)
})

test('any title is a name that a folder can have, and no other’s', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.nat(5), (title, copies) => {
      const names: string[] = []
      for (let copy = 0; copy <= copies; copy += 1) names.push(folderName(title, names))
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(70)
    }),
  )
})
