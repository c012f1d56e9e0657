import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { caseVersionYaml, caseYaml, type EncounterYaml, writeCase } from '#tests/content/case-fixture'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
  writeCase(fixture)
})
afterEach(() => fixture.remove())

async function linesOf(given = path.join(fixture.content, 'cases', 'example')) {
  const problems = await checkContent(given, compiler)
  return problems.map((problem) => problemLine(problem, fixture.content))
}
const wordsOf = async () => (await linesOf()).map((line) => line.replace(/^\S+ /, ''))

const encounter = 'cases/example/v1/encounter.yaml'

test('the example is good, alone and in its folder', async () => {
  expect(await linesOf()).toEqual([])
  expect(await linesOf(fixture.content)).toEqual([])
})

describe('a case', () => {
  test('names objectives that some module has', async () => {
    fixture.write('cases/example/case.yaml', { ...caseYaml(), objectives: ['m01-o1', 'm99-o1'] })
    expect(await wordsOf()).toEqual(['There is no objective “m99-o1” in any module.yaml.'])
  })
  test('names contacts that exist', async () => {
    fixture.write('cases/example/v1/version.yaml', { ...caseVersionYaml(), contacts: ['nobody'] })
    expect(await linesOf()).toEqual([
      'cases/example/v1/version.yaml:7:5 There is no contact “nobody” in contacts.yaml.',
    ])
  })
  test('has the number of its folder, and is initial when it is the first', async () => {
    fixture.write('cases/example/v1/version.yaml', { ...caseVersionYaml(), version: 2 })
    expect(await wordsOf()).toEqual([
      'The folder is called v1, so that the version is its number.',
      'Version 1 is initial, and no later one is.',
    ])
  })
  test('has a version, and each version an encounter', async () => {
    fixture.write('cases/other/case.yaml', { ...caseYaml(), id: 'c02' })
    const other = path.join(fixture.content, 'cases', 'other')
    expect(await linesOf(other)).toEqual(['cases/other:1:1 The case has no version. Make a folder v1.'])
    fixture.write('cases/other/v1/version.yaml', caseVersionYaml())
    expect(await linesOf(other)).toEqual([
      'cases/other/v1/encounter.yaml:1:1 This file is missing. Write it.',
    ])
  })
  test('has an id of its own', async () => {
    fixture.write('cases/twin/case.yaml', caseYaml())
    const lines = await linesOf(fixture.content)
    expect(lines.filter((line) => line.includes('Another case has this id'))).toHaveLength(2)
  })
  test('has a debrief for every skill', async () => {
    writeCase(fixture, ({ debrief }) => Reflect.deleteProperty(debrief, 'referral'))
    expect(await wordsOf()).toEqual(['“debrief.referral” is missing.'])
  })
})

type Decision = EncounterYaml['decisions'][number]

describe('a decision', () => {
  const changed = async (change: (first: Decision) => void) => {
    writeCase(fixture, ({ decisions }) => decisions.slice(0, 1).forEach(change))
    return await wordsOf()
  }
  const withOption = (index: number, change: object) =>
    changed(({ options }) => Object.assign(options[index] ?? {}, change))

  test('has options with an id and words of their own', async () => {
    expect(await withOption(1, { id: 'a', text: 'Do a' })).toEqual([
      '“a” stands here twice. Give each its own.',
      '“Do a” stands here twice. Give each its own.',
    ])
  })
  test('has two options or more', async () => {
    expect(await changed(({ options }) => options.splice(1))).toContainEqual(
      expect.stringMatching(/a decision has 2 to 4 options/),
    )
  })
  test('has a good option', async () => {
    const lines = await changed(({ options }) =>
      options.map((option) => Object.assign(option, { judgment: 'poor' })),
    )
    expect(lines).toContain('No option is good. Write one that is.')
  })
  test('exercises a skill once, and one that exists', async () => {
    expect(await changed(({ skills }) => skills.push('privacy'))).toContain(
      '“privacy” stands here twice. Give each its own.',
    )
    expect(await changed(({ skills }) => skills.push('charm'))).toEqual([
      expect.stringMatching(/^“nodes\.0\.skills\.5” is one of: privacy, choice, safety/),
    ])
  })
  test('gives equally good options equal points, at the place of the points', async () => {
    const file = writeCase(fixture, ({ decisions }) => {
      Object.assign(decisions[0]?.options[1]?.points ?? {}, { safety: 1 })
    })
    const lines = readFileSync(file, 'utf8').split('\n')
    const second = lines.findIndex((line) => line.trim() === 'safety: 1')
    const points = lines.slice(0, second).findLastIndex((line) => line.trim() === 'points:')
    expect(await linesOf()).toEqual([
      `${encounter}:${points + 2}:11 A good option has all points in each skill. Give 2, or judge it fair.`,
    ])
  })
  test('calls poor what endangers somebody', async () => {
    expect(await withOption(0, { endangers: true })).toEqual(['An option that endangers somebody is poor.'])
  })
  test('names sources that exist', async () => {
    expect(await changed(({ sources }) => sources.push('nobody'))).toEqual([
      'There is no source “nobody” in sources.yaml.',
    ])
  })
  test('holds no phone number and no hidden character', async () => {
    expect(await withOption(0, { feedback: 'Call 1-888-373-7888.' })).toEqual([
      'A case holds no phone number. Name the service by its words.',
    ])
    expect(await withOption(0, { consequence: 'She nods\u200B.' })).toEqual([
      'Here is a character that nobody can see. Delete it.',
    ])
  })
})

describe('the graph', () => {
  const changed = async (change: (encounter: EncounterYaml) => void) => {
    writeCase(fixture, change)
    return await wordsOf()
  }
  const optionLeads = (decision: number, option: number, next: string) =>
    changed(({ decisions }) => Object.assign(decisions[decision]?.options[option] ?? {}, { next }))

  test('starts at a node', async () => {
    expect(await changed((value) => Object.assign(value, { start: 'nowhere' }))).toEqual([
      'There is no such node. Name the one that the case starts with.',
    ])
  })
  test('leads every option to a node', async () => {
    expect(await optionLeads(0, 0, 'nowhere')).toEqual(['There is no such node. Write it.'])
  })
  test('does not walk in a circle', async () => {
    expect(await optionLeads(1, 1, 'c01-n01')).toEqual([
      'This node leads back to itself. Lead on, so that the case ends.',
      'This node leads back to itself. Lead on, so that the case ends.',
    ])
  })
  test('reaches every node', async () => {
    expect(await optionLeads(0, 2, 'c01-e01')).toEqual([
      'Nobody can reach this node. Lead there, or delete it.',
      'Nobody can reach this node. Lead there, or delete it.',
    ])
  })
  test('ends good choices well', async () => {
    expect(await optionLeads(0, 1, 'c01-e02')).toEqual([
      'Good choices alone lead to this ending. Lead them to a good one.',
      'Only one way through is good. Write another that is as good.',
    ])
  })
  test('gives a way back after one poor choice', async () => {
    expect(await optionLeads(0, 2, 'c01-e02')).toContain(
      'A single poor choice ends here. Give it a way back.',
    )
  })
  test('asks for every skill on every good way', async () => {
    const lines = await changed(({ decisions }) => {
      for (const { skills, options } of decisions) {
        skills.pop()
        for (const { points } of options) Reflect.deleteProperty(points, 'referral')
      }
    })
    expect(lines).toEqual(['A good ending can be reached without “referral”. Ask for it on every way.'])
  })
  test('names each node once', async () => {
    expect(await changed(({ endings }) => Object.assign(endings[1] ?? {}, { id: 'c01-e01' }))).toContain(
      '“c01-e01” stands here twice. Give each its own.',
    )
  })
  test('can end well, and in another way', async () => {
    const lines = await changed(({ endings }) => Object.assign(endings[1] ?? {}, { outcome: 'good' }))
    expect(lines).toEqual([expect.stringMatching(/^A case can end well and in another way/)])
  })
})
