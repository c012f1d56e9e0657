import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'

let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
})
afterEach(() => fixture.remove())

const lesson = 'modules/example/v1/lessons/part-1.mdx'

function check(...given: string[]) {
  const command = path.resolve('lib/cli/content-check.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...given], {
    encoding: 'utf8',
    cwd: fixture.content,
  })
  return { stdout, stderr, status }
}

describe('npm run content:check', () => {
  test('says nothing about a good module or lesson to another program, and ends well', () => {
    const quiet = { stdout: '', stderr: '', status: 0 }
    expect(check(fixture.module)).toEqual(quiet)
    expect(check('modules/example/v1/lessons/part-1.mdx')).toEqual(quiet)
  })
  test('prints file, line, column and the mend for each problem, and fails', () => {
    fixture.write('modules/example/v1/lessons/part-1.mdx', '## A\n\n<b>x</b>\n\n<Cite id="nobody" />\n')
    const { stdout, status } = check('modules/example')
    expect(stdout.trim().split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^modules\/example\/v1\/lessons\/part-1\.mdx:3:1 <b> is not a component/),
      'modules/example/v1/lessons/part-1.mdx:5:1 There is no “nobody” in sources.yaml. Add the source there, or name another.',
    ])
    expect(status).toBe(1)
  })
  test('fails for words that do harm, and tells advice apart from what fails', () => {
    const long = `${'one and another '.repeat(12)}end.`
    fixture.write('modules/example/v1/lessons/part-1.mdx', `${long}\n`)
    expect(check(lesson)).toEqual({
      stdout: '',
      stderr: expect.stringMatching(
        /^modules\/example\/v1\/lessons\/part-1\.mdx:1:1 long-sentence: 37 words/,
      ),
      status: 0,
    })
    fixture.write('modules/example/v1/lessons/part-1.mdx', 'The addict.\n')
    expect(check(lesson)).toEqual({
      stdout: expect.stringMatching(/part-1\.mdx:1:5 stigma-language: “addict”/),
      stderr: '',
      status: 1,
    })
  })
  test('says what a content folder without a problem holds', () => {
    fixture.translate()
    const { stdout, status } = check('.')
    expect(stdout.split('\n')).toEqual([
      '0 errors, 1 modules, 2 languages (English 1, Spanish 1)',
      'Example: 10 minutes in 1 modules',
      'Items per objective: m01-o1 4, m01-o2 4, m01-o3 4',
      expect.stringMatching(
        /^Linter, English: precision 0\.\d\d, recall 0\.\d\d \(\d+ labelled sentences, \d+ of them harmless\)$/,
      ),
      expect.stringMatching(/^Linter, Spanish: /),
      expect.stringMatching(/^Linter, held out: /),
      '',
    ])
    expect(status).toBe(0)
  })
  test('reads a lesson that lies anywhere', () => {
    const lone = path.join(fixture.content, 'lone.mdx')
    writeFileSync(lone, 'import "fs"\n')
    expect(check(lone)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^lone\.mdx:1:1 /) })
  })
  test('says that a path leads nowhere', () => {
    expect(check('nowhere.mdx')).toMatchObject({
      status: 1,
      stdout: 'nowhere.mdx:1:1 There is no such file or folder.\n',
    })
  })
  test('says what it can check', () => {
    expect(check('tracks')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/neither an \.mdx file/),
    })
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringMatching(/Say what to check/) })
  })
})
