import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { versionHash } from '#lib/content/folder-hash'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { extendedLock, lockFile, lockProblems, lockText } from '#lib/content/published-lock'
import { caseYaml, writeCase } from '#tests/content/case-fixture'
import { type ContentFixture, contentFixture, moduleYaml, versionYaml } from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
  writeCase(fixture)
  writeFileSync(lockFile(fixture.content), lockText(extendedLock(fixture.content)))
})
afterEach(() => fixture.remove())

const linesOf = () => lockProblems(fixture.content).map((problem) => problemLine(problem, fixture.content))
const lesson = 'modules/example/v1/lessons/part-1.mdx'

describe('a shipped version never changes', () => {
  test('what was shipped is as it was', () => {
    expect(linesOf()).toEqual([])
  })
  test('a changed lesson is named, with the mend', () => {
    fixture.write(lesson, '## Part 1\n\nOther words. <Cite id="study" />\n')
    expect(linesOf()).toEqual([expect.stringMatching(`^${lesson}:1:1 .*make a new version folder`)])
  })
  test('so are an added and a missing file', () => {
    rmSync(path.join(fixture.content, lesson))
    fixture.write('modules/example/v1/media/room.png', 'x')
    expect(linesOf().map((line) => line.split(':')[0])).toEqual([lesson, 'modules/example/v1/media/room.png'])
  })
  test('so is a missing version', () => {
    rmSync(path.join(fixture.module, 'v1'), { recursive: true })
    expect(linesOf()).toHaveLength(5)
  })
  test('so is a missing module', () => {
    rmSync(fixture.module, { recursive: true })
    expect(linesOf()).toEqual([expect.stringMatching(/“m01” is published, but gone/)])
  })
  test('so is the description of the newest version', () => {
    fixture.write('modules/example/module.yaml', { ...moduleYaml(), title: 'Other' })
    expect(linesOf()).toEqual([expect.stringMatching(/^modules\/example\/module\.yaml:1:1 /)])
  })
  test('so is a track', () => {
    fixture.write('tracks/example/v1.yaml', 'id: other')
    expect(linesOf()).toEqual([expect.stringMatching(/^tracks\/example\/v1\.yaml:1:1 .*new version file/)])
  })
  test('so is a case, its description, and that it is there', () => {
    writeCase(fixture, ({ opening }) => Object.assign(opening, { setting: 'Elsewhere' }))
    fixture.write('cases/example/case.yaml', { ...caseYaml(), title: 'Other' })
    expect(linesOf().map((line) => line.split(':')[0])).toEqual([
      'cases/example/v1/encounter.yaml',
      'cases/example/case.yaml',
    ])
    rmSync(path.join(fixture.content, 'cases'), { recursive: true })
    expect(linesOf()).toEqual(['cases:1:1 Case “c01” is published, but gone.'])
  })
  test('the check of the content folder says so too', async () => {
    fixture.write(lesson, '## Part 1\n\nOther words. <Cite id="study" />\n')
    expect(await checkContent(fixture.content, compiler)).toHaveLength(1)
  })
})

describe('what may change', () => {
  test('the line ends of a checkout', () => {
    const before = versionHash(path.join(fixture.module, 'v1'))
    fixture.write(lesson, '## Part 1\r\n\r\nWords. <Cite id="study" />\r\n')
    expect(linesOf()).toEqual([])
    expect(versionHash(path.join(fixture.module, 'v1'))).toBe(before)
  })
  test('a version that was not shipped yet, and then the description with it', () => {
    fixture.write('modules/example/v2/version.yaml', {
      ...versionYaml(),
      version: 2,
      changeKind: 'clarifying',
    })
    fixture.write('modules/example/module.yaml', { ...moduleYaml(), title: 'Other' })
    expect(linesOf()).toEqual([])
  })
  test('a lock that was written before there were cases locks none', () => {
    const { cases: _, ...before } = extendedLock(fixture.content)
    writeFileSync(lockFile(fixture.content), JSON.stringify(before))
    writeCase(fixture, ({ opening }) => Object.assign(opening, { setting: 'Elsewhere' }))
    expect(linesOf()).toEqual([])
    expect(Object.keys(extendedLock(fixture.content).cases)).toEqual(['c01'])
  })
  test('shipping again adds what is new and keeps what is locked', () => {
    fixture.write(lesson, '## Part 1\n\nOther words.\n')
    fixture.write('modules/example/v2/version.yaml', { ...versionYaml(), version: 2 })
    const lock = extendedLock(fixture.content)
    writeFileSync(lockFile(fixture.content), lockText(lock))
    expect(Object.keys(lock.modules['m01'] ?? {})).toEqual(['1', '2'])
    expect(linesOf()).toHaveLength(1)
  })
})
