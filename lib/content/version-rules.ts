import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonEntry, ModuleFile, VersionFile } from '#lib/content/module-schema'
import type { YamlFile } from '#lib/content/yaml-file'

type Known = { readonly objectives: readonly string[]; readonly sources: readonly string[] | undefined }
type Point = (path: readonly PropertyKey[], message: string) => FileProblem

function lessonProblems(lesson: LessonEntry, index: number, folder: string, known: Known, at: Point) {
  const problems: FileProblem[] = []
  if (!existsSync(path.join(folder, lesson.file))) {
    problems.push(
      at(['lessons', index, 'file'], `There is no file “${lesson.file}”. Write it, or mend the name.`),
    )
  }
  lesson.objectives.forEach((id, place) => {
    if (known.objectives.includes(id)) return
    problems.push(
      at(['lessons', index, 'objectives', place], `There is no objective “${id}” in module.yaml.`),
    )
  })
  lesson.sources.forEach((id, place) => {
    if (!known.sources || known.sources.includes(id)) return
    problems.push(at(['lessons', index, 'sources', place], `There is no source “${id}” in sources.yaml.`))
  })
  return problems
}

function repeated(lessons: readonly LessonEntry[], key: 'id' | 'file', at: Point) {
  const seen = new Set<string>()
  return lessons.flatMap((lesson, index) => {
    const again = seen.has(lesson[key])
    seen.add(lesson[key])
    return again
      ? [at(['lessons', index, key], `“${lesson[key]}” stands here twice. Each lesson has its own.`)]
      : []
  })
}

function unlisted(lessons: readonly LessonEntry[], folder: string, at: Point) {
  const lessonFolder = path.join(folder, 'lessons')
  if (!existsSync(lessonFolder)) return []
  const listed = lessons.map(({ file }) => path.basename(file))
  return readdirSync(lessonFolder)
    .filter((name) => !listed.includes(name))
    .map((name) => at(['lessons'], `lessons/${name} is not listed here. List it, or delete it.`))
}

/** Whether a version is numbered as its folder is, and initial only when it is the first. */
export function headProblems(
  { value, problemAt: at }: YamlFile<Pick<VersionFile, 'version' | 'changeKind'>>,
  folder: string,
): readonly FileProblem[] {
  const problems: FileProblem[] = []
  if (path.basename(folder) !== `v${value.version}`) {
    problems.push(
      at(['version'], `The folder is called ${path.basename(folder)}, so that the version is its number.`),
    )
  }
  if ((value.version === 1) !== (value.changeKind === 'initial')) {
    problems.push(at(['changeKind'], 'Version 1 is initial, and no later one is.'))
  }
  return problems
}

/** A lesson that teaches a material change is one of the version's, and nothing else is taught by an update. */
function updateProblems({ updateLesson, changeKind, lessons }: VersionFile, at: Point) {
  if (updateLesson === undefined) return []
  if (changeKind !== 'material') {
    return [
      at(
        ['updateLesson'],
        'Only a material change is taught by a short update. Take it out, or change the kind.',
      ),
    ]
  }
  if (lessons.some(({ id }) => id === updateLesson)) return []
  return [
    at(['updateLesson'], `There is no lesson “${updateLesson}” in this version. Name one of its lessons.`),
  ]
}

/** Every rule of `version.yaml` that its schema cannot say. `folder` is the version's folder, named v and its number. */
export function versionProblems(
  version: YamlFile<VersionFile>,
  about: ModuleFile,
  folder: string,
  sources: readonly string[] | undefined,
): readonly FileProblem[] {
  const { value, problemAt: at } = version
  const objectives = about.objectives.map(({ id }) => id)
  const untaught = objectives.filter((id) => !value.lessons.some((lesson) => lesson.objectives.includes(id)))
  return [
    ...value.lessons.flatMap((lesson, index) =>
      lessonProblems(lesson, index, folder, { objectives, sources }, at),
    ),
    ...repeated(value.lessons, 'id', at),
    ...repeated(value.lessons, 'file', at),
    ...unlisted(value.lessons, folder, at),
    ...untaught.map((id) => at(['lessons'], `No lesson teaches objective “${id}”. Name it in one.`)),
    ...updateProblems(value, at),
    ...headProblems(version, folder),
  ]
}
