import type { Language } from '#lib/domain/language'

/** What may stand in the folder of a draft, in the form of `content/modules/<slug>` and `content/cases/<slug>`. */
const shapes = [
  /^(?:module|case|allow)\.yaml$/,
  /^v[1-9][0-9]{0,3}\/(?:(?:en|es)\/)?(?:version|quiz|encounter)\.yaml$/,
  /^v[1-9][0-9]{0,3}\/(?:(?:en|es)\/)?lessons\/[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/,
  /^v[1-9][0-9]{0,3}\/media\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|webp)$/,
]

const longestPath = 120

/** Whether a file of this path may stand in a draft. The same rule stands in the database (`is_draft_path`). */
export const isDraftPath = (path: string): boolean =>
  path.length <= longestPath && shapes.some((shape) => shape.test(path))

/** A file that people write, and no picture. */
export const isTextPath = (path: string): boolean => /\.(?:yaml|mdx)$/.test(path)

/** The most bytes that a file of this path may have; the same bounds stand in the database. */
export const mostBytesOf = (path: string): number => (isTextPath(path) ? 50 * 1024 : 500_000)

/** How many files a draft may have: 200 lessons in two languages, their pictures, and what belongs to them. */
export const mostFiles = 600

/** Whether a file is about the version of this number, or about all of them. */
export const belongsToVersion = (path: string, number: number): boolean =>
  !path.includes('/') || path.startsWith(`v${number}/`)

/** A file of a version's translation into another language. */
export const isTranslationPath = (path: string): boolean => /^v[1-9][0-9]{0,3}\/(?:en|es)\//.test(path)

/** The lesson of a draft that somebody writes: a file of the version, or of its translation into a language. */
export type LessonPlace = { readonly lesson: string; readonly translation: Language | null }

/** How comments name a lesson. */
export const lessonPlace = ({ lesson, translation }: LessonPlace): string =>
  `lesson:${lesson}${translation === null ? '' : `.${translation}`}`

/** The path of a lesson; `lesson` is its file's name without the ending. */
export const lessonPath = (version: number, { lesson, translation }: LessonPlace): string =>
  `v${version}/${translation === null ? '' : `${translation}/`}lessons/${lesson}.mdx`
