import { describe, expect, test } from 'vitest'
import { attributeNames, isComponentName, lessonComponents } from '#lib/content/lesson/registry'

describe('only own names are components', () => {
  test.each(Object.getOwnPropertyNames(Object.prototype))('%s is none', (name) => {
    expect(isComponentName(name)).toBe(false)
  })
  test.each(Object.keys(lessonComponents))('%s is one', (name) => {
    expect(isComponentName(name)).toBe(true)
  })
  test('a name is exact, and a string', () => {
    expect([isComponentName('callout'), isComponentName('Callout '), isComponentName(null)]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('no component has an attribute that styles, runs or hides', () => {
  const names = Object.keys(lessonComponents).filter(isComponentName)
  test.each(names)('%s', (name) => {
    const risky = attributeNames(name).filter((attribute) =>
      /^on|^(?:style|className|class|href|ref|key|dangerouslySetInnerHTML|__proto__)$/i.test(attribute),
    )
    expect(risky).toEqual([])
  })
  test.each(names)('%s refuses what its schema does not name', (name) => {
    const extra = Object.fromEntries([['__proto__', 'x']])
    expect(lessonComponents[name].props.safeParse(extra).success).toBe(false)
  })
})

test('every part stands in a component that holds it, and the other way round', () => {
  const rules = Object.entries(lessonComponents)
  const held = rules.flatMap(([name, { holds }]) =>
    Array.isArray(holds) ? holds.map((part: string) => `${part} in ${name}`) : [],
  )
  const standing = rules.flatMap(([name, { place, parents }]) =>
    place === 'part' ? parents.map((parent) => `${name} in ${parent}`) : [],
  )
  expect(standing.filter((place) => place !== 'Gentle in ContentNote').sort()).toEqual(held.sort())
})
