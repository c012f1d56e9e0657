import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { caseTexts } from '#lib/content/lint/case-text'
import { lintContent } from '#lib/content/lint/lint-content'
import { readRegisters } from '#lib/content/registers'
import { wordingRules } from '#lib/domain/curriculum/wording/rules'
import { textRules } from '#lib/domain/curriculum/wording/text-rules'
import { type ContentFixture, contentFixture, quizYaml, versionYaml } from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
})
afterEach(() => fixture.remove())
afterAll(() => compiler.close())

const lessonFile = 'modules/example/v1/lessons/part-1.mdx'
const lesson = (text: string) => fixture.write(lessonFile, text)

/** Each finding as `file:line:column rule-id`, the file as seen from the module. */
async function lint() {
  const { blocking, advisory } = await lintContent(fixture.content, compiler)
  const short = (problem: Parameters<typeof problemLine>[0]) =>
    problemLine(problem, fixture.module).split(':').slice(0, 3).join(':')
  return { blocking: blocking.map(short), advisory: advisory.map(short) }
}

test('a good module has nothing to say about', async () => {
  expect(await lint()).toEqual({ blocking: [], advisory: [] })
})

describe('a finding', () => {
  test('names file, line and column, says why and whence, and proposes other words', async () => {
    lesson('Words first.\n\n- One item.\n- Staff should rescue\n  the patient. <Cite id="study" />\n')
    const { blocking } = await lintContent(fixture.content, compiler)
    expect(blocking.map((problem) => problemLine(problem, fixture.module))).toEqual([
      'v1/lessons/part-1.mdx:4:16 rescue-language: “rescue”. Staff do not rescue; the patient leads, and help that takes over can repeat the loss of control. Instead: offer care, information and choices. (Source: hhs-core-competencies)',
    ])
  })
  test('stands on the line of its words, also within a long paragraph or an attribute', async () => {
    lesson(
      'A plain text\nthat goes on,\nand guarantees success.\n\n<Callout kind="note" title="The addict">Words.</Callout>\n',
    )
    expect((await lint()).blocking).toEqual([
      'v1/lessons/part-1.mdx:3:5 absolute-claim',
      'v1/lessons/part-1.mdx:5:33 stigma-language',
    ])
  })
  test('is made in the quiz and in titles too, but not in an option that is wrong', async () => {
    const { items } = quizYaml()
    const [first, second] = items
    Object.assign(first ?? {}, { stem: 'What guarantees success?' })
    const options = second?.options ?? []
    Object.assign(options.find(({ correct }) => correct) ?? {}, { text: 'Ask the prostitute.' })
    Object.assign(options.find(({ correct }) => !correct) ?? {}, { text: 'Ask the hooker.' })
    fixture.write('modules/example/v1/quiz.yaml', { items })
    const version = versionYaml()
    Object.assign(version.lessons[0] ?? {}, { title: 'Saving the girls' })
    fixture.write('modules/example/v1/version.yaml', version)
    const { blocking } = await lint()
    expect(blocking.map((line) => line.replace(/:\d+:\d+/, ''))).toEqual([
      'v1/version.yaml rescue-language',
      'v1/quiz.yaml absolute-claim',
      'v1/quiz.yaml stigma-language',
    ])
  })
  test('is made in the translation by the rules of its language', async () => {
    fixture.translate()
    fixture.write(
      'modules/example/v1/es/lessons/part-1.mdx',
      '## Parte 1\n\nDebe rescatar a la niña. <Cite id="study" />\n',
    )
    expect((await lint()).blocking).toEqual(['v1/es/lessons/part-1.mdx:3:6 rescue-language'])
  })
  test('about length or reading level is advice', async () => {
    lesson(`${'one and another '.repeat(12)}end.\n`)
    expect(await lint()).toEqual({ blocking: [], advisory: ['v1/lessons/part-1.mdx:1:1 long-sentence'] })
  })
  test('about words in a version that is no longer the newest is not made', async () => {
    lesson('The addict.\n')
    fixture.write('modules/example/v2/version.yaml', {
      ...versionYaml(),
      version: 2,
      changeKind: 'editorial',
    })
    fixture.write('modules/example/v2/quiz.yaml', quizYaml())
    for (const part of [1, 2, 3]) fixture.write(`modules/example/v2/lessons/part-${part}.mdx`, 'Words.\n')
    expect((await lint()).blocking).toEqual([])
  })
})

describe('what stands around the words counts', () => {
  test.each([
    ['quotation marks', 'She says, “He is an addict.”'],
    ['a quotation', '> He is an addict.'],
    [
      'a column of what to avoid',
      '<Compare><Column title="A" tone="avoid">The addict.</Column><Column title="B">He.</Column></Compare>',
    ],
    [
      'a wrong option',
      '<Check id="c1" question="Who?"><Option text="The addict" feedback="No." /><Option text="He" feedback="Yes." correct /></Check>',
    ],
    [
      'a content note',
      '<ContentNote about="violence"><Gentle>Soft words.</Gentle>\n\nHe strangled her.\n\n</ContentNote>',
    ],
    ['a source in the paragraph', 'In one study 68% had seen a clinician. <Cite id="study" />'],
    [
      'a source in the words before a list',
      'From a study: <Cite id="study" />\n\n- 68% had seen a clinician',
    ],
    [
      'the source of a check',
      '<Check id="c1" question="Who?" source="study"><Option text="68%" feedback="No." /><Option text="Some" feedback="Yes: 68%." correct /></Check>',
    ],
    [
      'a source elsewhere in the lesson',
      'So 68% had seen one. <Cite id="study" />\n\nThose 68% are one study.',
    ],
  ])('%s', async (_, text) => {
    lesson(`${text}\n`)
    expect((await lint()).blocking).toEqual([])
  })
  test('hard words in quotation marks are hard all the same', async () => {
    lesson('“He strangled her,” says the neighbor.\n')
    expect((await lint()).blocking).toEqual(['v1/lessons/part-1.mdx:1:5 missing-content-note'])
  })
})

describe('allow.yaml', () => {
  const allowance = {
    in: 'm01-l1',
    rule: 'stigma-language',
    text: 'the addict',
    reason: 'The lesson takes this word apart.',
  }
  const allow = (...entries: object[]) => fixture.write('modules/example/allow.yaml', entries)

  test('lets a finding stand, with a reason', async () => {
    lesson('Here the addict speaks.\n')
    allow(allowance)
    expect((await lint()).blocking).toEqual([])
  })
  test('lets nothing else stand', async () => {
    lesson('Here the addict speaks.\n\nAnother addict, and a guarantee.\n')
    allow(allowance)
    expect((await lint()).blocking).toEqual([
      'v1/lessons/part-1.mdx:3:9 stigma-language',
      'v1/lessons/part-1.mdx:3:23 absolute-claim',
    ])
  })
  test('is itself at fault when nothing needs it any more, names no rule, or gives no reason', async () => {
    allow(allowance)
    expect((await lint()).blocking).toEqual(['allow.yaml:1:3 unused-allowance'])
    allow({ ...allowance, rule: 'no-such-rule' })
    expect((await lint()).blocking).toEqual([expect.stringMatching(/^allow\.yaml:2:9 “0\.rule” is one of/)])
    allow({ ...allowance, reason: 'Fine.' })
    expect((await lint()).blocking).toEqual([expect.stringMatching(/^allow\.yaml:4:11 “0\.reason”/)])
  })
})

test('a case is read like a lesson: what is good there says what the course says', () => {
  const [text] = caseTexts(path.resolve('content/cases/he-answers-for-her'))
  expect(text?.id).toBe('c01')
  expect(new Set(text?.passages.map(({ voice }) => voice))).toEqual(new Set(['says', 'wrong', 'rebuttal']))
})

test('every rule names a source that exists', () => {
  const known = readRegisters(path.resolve('content')).sources?.map(({ id }) => id)
  const named = [
    ...wordingRules.map(({ source }) => source),
    ...Object.values(textRules).flatMap(({ source }) => Object.values(source)),
  ]
  expect(named.filter((id) => !known?.includes(id))).toEqual([])
})
