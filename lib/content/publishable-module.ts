import type { CompiledEntry } from '#lib/content/compile-file'
import type { CompiledTranslation } from '#lib/content/compile-translation'
import { type CompiledVersion, compileVersion } from '#lib/content/compile-version'
import type { FileProblem } from '#lib/content/file-problem'
import { versionHash } from '#lib/content/folder-hash'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { picturesIn } from '#lib/content/media'
import { type ModuleFolder, readModuleFolder, type VersionFolder } from '#lib/content/module-folder'
import type { QuizEntry } from '#lib/content/module-schema'
import type { Registers } from '#lib/content/registers'
import { registerIds } from '#lib/content/registers'
import type { TranslationLanguage } from '#lib/content/translation-schema'
import {
  contactIds,
  contentNotes,
  type LessonTree,
  termIds,
  wordCount,
} from '#lib/domain/curriculum/lesson-tree'
import type { ChangeKind, ItemKey, Objective, Reviewer, ShownItem } from '#lib/domain/curriculum/module'
import type { Picture } from '#lib/domain/curriculum/picture'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PublishableLesson = {
  readonly id: string
  /** From 1, in the order of `version.yaml`. */
  readonly position: number
  readonly title: string
  readonly minutes: number
  readonly objectives: readonly string[]
  /** Source ids to list at the end: every one that is cited, in the author's order. */
  readonly sources: readonly string[]
  readonly contacts: readonly string[]
  readonly terms: readonly string[]
  /** What the lesson's content notes warn about; empty when it has none. */
  readonly contentNotes: readonly string[]
  readonly words: number
  readonly tree: LessonTree
  /** sha256 of the tree's canonical JSON, in hex. */
  readonly hash: string
}

/** The words of a version in another language. What is no word is the original's. */
export type PublishableTranslation = {
  readonly language: TranslationLanguage
  readonly title: string
  readonly summary: string
  readonly objectives: readonly Objective[]
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  readonly lessons: readonly {
    readonly id: string
    readonly title: string
    readonly tree: LessonTree
    readonly hash: string
  }[]
  readonly items: readonly Pick<ShownItem, 'id' | 'stem' | 'options'>[]
  readonly rationales: readonly Pick<ItemKey, 'itemId' | 'rationales'>[]
}

/** Everything that publication stores for one version of a module. Keys stand apart from the items. */
export type PublishableVersion = {
  readonly moduleId: string
  readonly version: number
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly objectives: readonly Objective[]
  readonly changeKind: ChangeKind
  readonly language: 'en' | 'es'
  readonly passMarkPercent: number
  /** Items per attempt. */
  readonly draw: number
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  readonly lessons: readonly PublishableLesson[]
  readonly items: readonly ShownItem[]
  readonly keys: readonly ItemKey[]
  readonly translations: readonly PublishableTranslation[]
  readonly media: readonly Picture[]
  readonly contentHash: string
}

function lessonOf({ entry, compiled: { tree, hash } }: CompiledEntry, index: number): PublishableLesson {
  const { id, title, minutes, objectives, sources } = entry
  return {
    id,
    position: index + 1,
    title,
    minutes,
    objectives,
    sources,
    contacts: contactIds(tree),
    terms: termIds(tree),
    contentNotes: contentNotes(tree),
    words: wordCount(tree),
    tree,
    hash,
  }
}

const shownItem = ({ id, objective, bloom, mustPass, stem, source, options }: QuizEntry): ShownItem => ({
  id,
  objectiveId: objective,
  bloom,
  mustPass,
  stem,
  sourceId: source,
  options: options.map((option) => ({ id: option.id, text: option.text })),
})

const rationalesOf = (options: readonly { readonly id: string; readonly rationale: string }[]) =>
  Object.fromEntries(options.map((option) => [option.id, option.rationale]))

const keyOf = ({ id, options }: QuizEntry): ItemKey => ({
  itemId: id,
  correctOptionIds: options.filter(({ correct }) => correct).map((option) => option.id),
  rationales: rationalesOf(options),
})

function translationOf({ translation, lessons }: CompiledTranslation): PublishableTranslation {
  const { lessons: entries, ...words } = translation.version.value
  const { items } = translation.quiz.value
  return {
    language: translation.language,
    ...words,
    lessons: lessons.map(({ id, compiled }) => ({
      id,
      title: entries.find((entry) => entry.id === id)?.title ?? '',
      tree: compiled.tree,
      hash: compiled.hash,
    })),
    items: items.map(({ id, stem, options }) => ({
      id,
      stem,
      options: options.map((option) => ({ id: option.id, text: option.text })),
    })),
    rationales: items.map(({ id, options }) => ({ itemId: id, rationales: rationalesOf(options) })),
  }
}

function publishable(
  module: ModuleFolder,
  read: VersionFolder,
  { lessons, translations }: CompiledVersion,
): PublishableVersion {
  const { id, title, summary, minutes, objectives } = module.about.value
  const { lessons: _entries, ...version } = read.version.value
  const { items } = read.quiz.value
  return {
    moduleId: id,
    slug: module.slug,
    title,
    summary,
    minutes,
    objectives,
    ...version,
    lessons: lessons.map(lessonOf),
    items: items.map(shownItem),
    keys: items.map(keyOf),
    translations: translations.map(translationOf),
    media: picturesIn(read.folder),
    contentHash: versionHash(read.folder),
  }
}

/**
 * Reads and compiles a module folder, every version of it in ascending order, or says what is wrong. `isPublished` lets
 * start-up skip a version by its content hash, before anything is compiled. The caller closes the compiler.
 */
export async function publishableModule(
  folder: string,
  registers: Registers,
  compiler: LessonCompiler,
  isPublished: (contentHash: string) => boolean = () => false,
): Promise<Result<readonly PublishableVersion[], readonly FileProblem[]>> {
  const ids = registerIds(registers)
  const { module, problems } = readModuleFolder(folder, ids.sources)
  if (!module || problems.length > 0) return refuse(problems)
  const versions: PublishableVersion[] = []
  const found: FileProblem[] = []
  for (const read of module.versions.filter((version) => !isPublished(versionHash(version.folder)))) {
    const compiled = await compileVersion(module, read, ids, compiler)
    found.push(...compiled.problems)
    if (compiled.problems.length === 0) versions.push(publishable(module, read, compiled))
  }
  return found.length > 0 ? refuse(found) : ok(versions)
}
