import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { publishableModule } from '#lib/content/publishable-module'
import { readRegisters } from '#lib/content/registers'
import {
  type ContentFixture,
  contentFixture,
  moduleYaml,
  quizYaml,
  versionYaml,
} from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
})
afterEach(() => fixture.remove())

async function linesOf(given = fixture.module) {
  const problems = await checkContent(given, compiler)
  return problems.map((problem) => problemLine(problem, fixture.content))
}

const about = 'modules/example/module.yaml'
const version = 'modules/example/v1/version.yaml'
const quiz = 'modules/example/v1/quiz.yaml'

test('the example is good', async () => {
  expect(await linesOf()).toEqual([])
  expect(await linesOf(fixture.content)).toEqual([])
})

describe('a broken YAML file is named with line and column', () => {
  test('an unknown key', async () => {
    fixture.write(about, { ...moduleYaml(), colour: 'red' })
    expect(await linesOf()).toEqual([
      `${about}:1:1 The file has keys that nobody knows: colour. Delete them.`,
    ])
  })
  test('a missing key', async () => {
    const { title: _, ...rest } = moduleYaml()
    fixture.write(about, rest)
    expect(await linesOf()).toEqual([`${about}:1:1 “title” is missing.`])
  })
  test('a value of the wrong kind, at its own place', async () => {
    const file = fixture.write(version, { ...versionYaml(), passMarkPercent: 'most' })
    const line = readFileSync(file, 'utf8').split('\n').indexOf('passMarkPercent: most') + 1
    expect(await linesOf()).toEqual([`${version}:${line}:18 “passMarkPercent” should be number.`])
  })
  test('the same key twice', async () => {
    fixture.write(about, 'id: m01\nid: m02\n')
    expect(await linesOf()).toEqual([expect.stringMatching(/^modules\/example\/module\.yaml:2:1 .*unique/)])
  })
  test('an alias is not followed', async () => {
    fixture.write(about, 'id: &a m01\ntitle: *a\n')
    expect(await linesOf()).toEqual([`${about}:2:8 Aliases are not followed. Write the value out.`])
  })
  test('a missing file', async () => {
    fixture.write('modules/other/module.yaml', moduleYaml())
    fixture.write('modules/other/v1/version.yaml', versionYaml())
    const lines = await linesOf(path.join(fixture.content, 'modules', 'other'))
    expect(lines).toEqual(['modules/other/v1/quiz.yaml:1:1 This file is missing. Write it.'])
  })
})

describe('a version', () => {
  const changed = async (change: (value: ReturnType<typeof versionYaml>) => void) => {
    const value = versionYaml()
    change(value)
    fixture.write(version, value)
    return (await linesOf()).map((line) => line.replace(/^\S+ /, ''))
  }
  test('has the number of its folder', async () => {
    expect(await changed((value) => Object.assign(value, { version: 2, changeKind: 'material' }))).toEqual([
      'The folder is called v1, so that the version is its number.',
    ])
  })
  test('is initial only when it is the first', async () => {
    expect(await changed((value) => Object.assign(value, { changeKind: 'editorial' }))).toEqual([
      'Version 1 is initial, and no later one is.',
    ])
  })
  test('teaches every objective', async () => {
    const lines = await changed(({ lessons }) =>
      lessons.map((lesson) => Object.assign(lesson, { objectives: ['m01-o1'] })),
    )
    expect(lines).toEqual([
      'No lesson teaches objective “m01-o2”. Name it in one.',
      'No lesson teaches objective “m01-o3”. Name it in one.',
    ])
  })
  test('names objectives and sources that exist', async () => {
    const lines = await changed(({ lessons }) =>
      Object.assign(lessons[0] ?? {}, { objectives: ['m01-o1', 'm99-o1'], sources: ['study', 'nobody'] }),
    )
    expect(lines).toEqual([
      'There is no objective “m99-o1” in module.yaml.',
      'There is no source “nobody” in sources.yaml.',
    ])
  })
  test('shows every source that its lessons cite, on a list or not', async () => {
    expect(await changed(({ lessons }) => Object.assign(lessons[0] ?? {}, { sources: [] }))).toEqual([])
    const read = await publishableModule(fixture.module, readRegisters(fixture.content), compiler)
    expect(read.ok && read.value[0]?.lessons[0]?.sources).toEqual(['study'])
  })
  test('lists every lesson file, and no other', async () => {
    fixture.write('modules/example/v1/lessons/left-over.mdx', 'Words.')
    const lines = await changed(({ lessons }) =>
      Object.assign(lessons[0] ?? {}, { file: 'lessons/nowhere.mdx' }),
    )
    expect(lines).toEqual([
      'There is no file “lessons/nowhere.mdx”. Write it, or mend the name.',
      'lessons/left-over.mdx is not listed here. List it, or delete it.',
      'lessons/part-1.mdx is not listed here. List it, or delete it.',
      'There is no such lesson file.',
    ])
  })
  test('does not reach for files elsewhere', async () => {
    const lines = await changed(({ lessons }) =>
      Object.assign(lessons[0] ?? {}, { file: '../../../sources.yaml' }),
    )
    expect(lines).toEqual([expect.stringMatching(/written like lessons/)])
  })
})

describe('a quiz', () => {
  type Item = ReturnType<typeof quizYaml>['items'][number]
  const changed = async (change: (items: Item[]) => void) => {
    const value = quizYaml()
    change(value.items)
    fixture.write(quiz, value)
    return (await linesOf()).map((line) => line.replace(/^\S+ /, ''))
  }
  const withFirst = (change: object) => changed((items) => void Object.assign(items[0] ?? {}, change))

  test('has exactly one correct option in each item', async () => {
    const options = quizYaml().items[0]?.options.map((option) => ({ ...option, correct: true }))
    expect(await withFirst({ options })).toEqual(['Exactly one option is correct; here 4 are. Mark one.'])
  })
  test('has exactly four options in each item', async () => {
    expect(await withFirst({ options: quizYaml().items[0]?.options.slice(1) })).toEqual([
      expect.stringMatching(/exactly 4 options/),
    ])
  })
  test('has four different options', async () => {
    const options = quizYaml().items[0]?.options.map((option) => ({ ...option, text: 'Same' }))
    expect(await withFirst({ options })).toEqual(['Two options say the same. Write four different ones.'])
  })
  test('has at least twelve items, and four for each objective', async () => {
    expect(await changed((items) => items.splice(11))).toEqual([
      'The bank has 11 items; write at least 12.',
      'Objective “m01-o3” has 3 items; write at least 4.',
    ])
  })
  test('has an item that nobody may get wrong', async () => {
    expect(await withFirst({ mustPass: false })).toEqual([expect.stringMatching(/mustPass: true/)])
  })
  test('is not smaller than what an attempt draws', async () => {
    fixture.write(version, { ...versionYaml(), draw: 13 })
    expect(await changed(() => {})).toEqual(['An attempt draws 13 items, but the bank has 12.'])
  })
  test('names objectives and sources that exist, and each item once', async () => {
    expect(await withFirst({ id: 'm01-q1', objective: 'm99-o1', source: 'nobody' })).toEqual([
      'There is no objective “m99-o1” in module.yaml.',
      'There is no source “nobody” in sources.yaml.',
      'Another item is called “m01-q1”. Give each its own id.',
      'Objective “m01-o1” has 3 items; write at least 4.',
    ])
  })
  test('holds no phone number', async () => {
    expect(await withFirst({ stem: 'Call 1-888-373-7888?' })).toEqual([
      expect.stringMatching(/no phone number/),
    ])
  })
})

describe('the content folder', () => {
  test('gives each module an id of its own', async () => {
    fixture.write('modules/twin/module.yaml', moduleYaml())
    const lines = await linesOf(fixture.content)
    expect(lines.filter((line) => line.includes('Another module has this id'))).toHaveLength(2)
  })
  test('has tracks of modules that exist', async () => {
    fixture.write('tracks/example/v1.yaml', {
      id: 'other',
      version: 2,
      title: 'Example',
      changeKind: 'material',
      summary: 'One.',
      modules: ['m01', 'm02', 'm01'],
      cases: ['c99'],
    })
    expect((await linesOf(fixture.content)).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'The folder is called example, so that the id is too.',
      'The file is called v1.yaml, so that the version is its number.',
      'There is no module “m02”.',
      '“m01” stands here twice.',
      'There is no case “c99”.',
    ])
  })
  test('has forms before and after that ask about the same with other items of the track', async () => {
    const track = (before: readonly string[], after: readonly string[]) =>
      fixture.write('tracks/example/v1.yaml', {
        id: 'example',
        version: 1,
        title: 'Example',
        changeKind: 'initial',
        summary: 'One module.',
        modules: ['m01'],
        forms: { before, after },
      })
    track(['m01-q0', 'm01-q1'], ['m01-q3', 'm01-q4'])
    expect(await linesOf(fixture.content)).toEqual([])
    track(['m01-q3', 'm01-q1'], ['m01-q0', 'm01-q4'])
    expect((await linesOf(fixture.content)).map((line) => line.replace(/.*:\d+:\d+ /, ''))).toEqual([
      'The quiz of “m01” cannot do without what is asked after the training.',
    ])
    track(['m01-q0', 'm01-q1', 'm01-q1'], ['m01-q0', 'm09-q1', 'm01-q4'])
    expect((await linesOf(fixture.content)).map((line) => line.replace(/.*:\d+:\d+ /, ''))).toEqual([
      '“m01-q1” stands here twice.',
      'No module of this track has an item “m09-q1”.',
      '“m01-q0” is asked before as well. Ask another.',
      'Both forms test the same objectives, each as often.',
      'The quiz of “m01” cannot do without what is asked after the training.',
    ])
  })
  test('has no source that contacts invent', async () => {
    fixture.write('contacts.yaml', [
      {
        id: 'hotline',
        name: 'Hotline',
        who: 'Anyone',
        hours: 'Always',
        languages: 'Many',
        source: 'nobody',
        checkedOn: '2026-11-01',
        confidence: 'verified',
        scope: 'national',
      },
    ])
    expect(await linesOf()).toEqual(['contacts.yaml:6:11 There is no source “nobody” in sources.yaml.'])
  })
})
