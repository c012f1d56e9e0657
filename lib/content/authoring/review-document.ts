import { caseNamesIn } from '#lib/content/authoring/case-names-in'
import type { FolderFile } from '#lib/content/authoring/draft-folder'
import { reviewItems } from '#lib/content/authoring/review-items'
import { reviewNodes } from '#lib/content/authoring/review-nodes'
import { lineOf, partOf } from '#lib/content/authoring/review-part'
import { lessonsOf, objectivesOf } from '#lib/content/draft-lesson'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { NodeName } from '#lib/domain/authoring/case-names'
import { lessonPlace } from '#lib/domain/authoring/draft-path'
import { withPlainLineEnds } from '#lib/domain/authoring/line-ends'
import type { Line, ReviewPart } from '#lib/domain/authoring/review/review-part'
import { type Language, languages } from '#lib/domain/language'

/** A lesson to be drawn: its text is compiled elsewhere. */
export type LessonToReview = {
  readonly place: string
  /** The name of its file, without the ending. */
  readonly name: string
  readonly title: string
  readonly translation: Language | null
  readonly source: string
}

/** A draft as somebody reads it who reviews it: everything that it says, in the order in which it is learned. */
export type ReviewDocument = {
  readonly title: string
  readonly language: Language
  readonly about: ReviewPart
  readonly lessons: readonly LessonToReview[]
  readonly items: readonly ReviewPart[]
  readonly nodes: readonly ReviewPart[]
  /** What people call the scenes of a case. */
  readonly nodeNames: readonly NodeName[]
  /** Names of the pictures. */
  readonly media: readonly string[]
  readonly objectives: readonly string[]
}

type Texts = (path: string) => string

/** What objectives of other modules say, by their ids. */
type Taught = ReadonlyMap<string, string>

/**
 * @param number of the version whose files these are.
 * @param taught what a case exercises: it names objectives of modules.
 */
export function reviewDocument(
  files: readonly FolderFile[],
  number: number,
  taught: Taught = new Map(),
): ReviewDocument {
  const bytesAt = (path: string) => files.find((file) => file.path === path)?.bytes ?? null
  const text: Texts = (path) => withPlainLineEnds(new TextDecoder().decode(bytesAt(path) ?? new Uint8Array()))
  const folder = `v${number}`
  const about = mapIn(text('module.yaml')) ?? mapIn(text('case.yaml')) ?? {}
  const version = mapIn(text(`${folder}/version.yaml`)) ?? {}
  const language: Language = version['language'] === 'es' ? 'es' : 'en'
  const objectives = objectivesOf(bytesAt('module.yaml'))
  const texts = [null, ...languages.filter((other) => other !== language)]
  const inFolder = (translation: Language | null) =>
    `${folder}/${translation === null ? '' : `${translation}/`}`
  return {
    title: String(about['title'] ?? ''),
    language,
    about: partOf(
      { place: 'about', name: '', translation: null },
      { about, version },
      aboutLines(about, version, taught),
    ),
    lessons: lessonsOf(bytesAt(`${folder}/version.yaml`)).flatMap(({ file, title }) =>
      texts.flatMap((translation) =>
        lessonOf(text, `${inFolder(translation)}${file}`, { title, translation }),
      ),
    ),
    items: texts.flatMap((each) => reviewItems(text(`${inFolder(each)}quiz.yaml`), objectives, each)),
    nodes: texts.flatMap((each) => reviewNodes(text(`${inFolder(each)}encounter.yaml`), each)),
    nodeNames: caseNamesIn(text(`${folder}/encounter.yaml`)),
    media: files.flatMap(({ path }) =>
      path.startsWith(`${folder}/media/`) ? [path.split('/').at(-1) ?? ''] : [],
    ),
    objectives: objectives.map(({ id }) => id),
  }
}

function lessonOf(
  text: Texts,
  path: string,
  { title, translation }: Pick<LessonToReview, 'title' | 'translation'>,
): readonly LessonToReview[] {
  const source = text(path)
  const name = (path.split('/').at(-1) ?? '').replace(/\.mdx$/, '')
  if (translation !== null && source === '') return []
  const place = lessonPlace({ lesson: name, translation })
  return [{ place, name, title, translation, source }]
}

function mapIn(text: string): { readonly [key: string]: YamlValue } | undefined {
  const value = text === '' ? undefined : readSource(text)?.value
  return value !== undefined && isMap(value) ? value : undefined
}

type YamlMap = { readonly [key: string]: YamlValue }

function aboutLines(about: YamlMap, version: YamlMap, taught: Taught): readonly Line[] {
  const objectives = Array.isArray(about['objectives']) ? (about['objectives'] as readonly YamlValue[]) : []
  return [
    lineOf('title', about['title']),
    lineOf('summary', about['summary']),
    lineOf('minutes', about['minutes']),
    ...objectives.map((each) =>
      lineOf('objective', isMap(each) ? each['text'] : (taught.get(String(each)) ?? each)),
    ),
    lineOf('reviewNote', version['reviewNote']),
  ].filter(({ text }) => text !== '')
}
