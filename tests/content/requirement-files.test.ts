import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRequirementProfiles } from '#lib/content/requirement-files'
import { mayShowAsMet } from '#lib/domain/curriculum/requirement-profile'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'

describe('the profiles of the states that are shipped', () => {
  const { profiles, problems } = readRequirementProfiles(path.resolve('content'))

  test('have no problem, and ids of their own', () => {
    expect(problems).toEqual([])
    expect(profiles.length).toBeGreaterThan(20)
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length)
  })
  test('do not say that Missouri makes practices train', () => {
    const missouri = profiles.filter(({ state }) => state === 'MO')
    expect(missouri.map(({ id, cadence }) => [id, cadence])).toEqual([
      ['us-mo-baseline', null],
      ['us-mo-poster', null],
    ])
  })
  test('are met by nothing that we ship, since nobody has approved it anywhere', () => {
    expect(profiles.filter(mayShowAsMet)).toEqual([])
  })
})

describe('a file of profiles is refused', () => {
  let fixture: ContentFixture
  beforeEach(() => {
    fixture = contentFixture()
  })
  afterEach(() => fixture.remove())

  const profile = {
    id: 'us-xx-one',
    state: 'XX',
    who: 'Everyone',
    requirement: 'A course',
    hours: null,
    frequency: null,
    cadence: null,
    approval: null,
    basis: 'A statute',
    effectiveOn: null,
    url: null,
    checkedOn: '2026-11-22',
    confidence: 'unverified',
    standing: 'verify',
  }
  const messages = (name: string, ...profiles: object[]) => {
    fixture.write(`requirements/${name}`, structuredClone(profiles))
    return readRequirementProfiles(fixture.content).problems.map(({ message }) => message)
  }

  test.each([
    ['us-xx.yaml', [profile], []],
    ['texas.yaml', [profile], ['Files of requirements are called like us-mo.yaml.']],
    ['us-yy.yaml', [profile], ['The file is called us-yy.yaml.']],
    [
      'us-xx.yaml',
      [profile, { ...profile }],
      ['Another profile is called “us-xx-one”. Give each its own id.'],
    ],
    [
      'us-xx.yaml',
      [{ ...profile, confidence: 'official' }],
      ['An official text has an address. Give it, or lower the confidence.'],
    ],
    [
      'us-xx.yaml',
      [{ ...profile, cadence: { kind: 'once' } }],
      ['Only what is in force has a cadence; elsewhere it is null.'],
    ],
    ['us-xx.yaml', [{ ...profile, checkedOn: 'lately' }], [expect.stringContaining('checkedOn')]],
  ])('%s', (name, profiles, expected) => {
    expect(messages(name, ...profiles)).toEqual(expected)
  })
})
