import type { CompiledEntry } from '#lib/content/compile-file'
import type { CompiledTranslation } from '#lib/content/compile-translation'
import { type CompiledVersion, compileVersion } from '#lib/content/compile-version'
import type { FileProblem } from '#lib/content/file-problem'
import { versionHash } from '#lib/content/folder-hash'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { picturesIn } from '#lib/content/media'
import { type ModuleFolder, readModuleFolder, type VersionFolder } from '#lib/content/module-folder'
import { promptsOf, rationalesOf, rightAnswer } from '#lib/content/quiz-entry'
import { type BankRule, libraryBank } from '#lib/content/quiz-rules'
import type { QuizEntry, QuizFile } from '#lib/content/quiz-schema'
import type { Registers } from '#lib/content/registers'
import { registerIds } from '#lib/content/registers'
import type { TranslationLanguage } from '#lib/content/translation-schema'
import type { Blueprint } from '#lib/domain/curriculum/blueprint'
import {
  contactIds,
  contentNotes,
  type LessonTree,
  termIds,
  wordCount,
} from '#lib/domain/curriculum/lesson-tree'
import type {
  ChangeKind,
  ItemKey,
  ItemText,
  Objective,
  Reviewer,
  ShownItem,
  Vignette,
} from '#lib/domain/curriculum/module'
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
  readonly vignettes: readonly Vignette[]
  readonly items: readonly Pick<ShownItem, 'id' | 'stem' | 'prompts' | 'options'>[]
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
  /** Items of each objective; left out for an even spread. */
  readonly blueprint?: Blueprint
  /** Of a material change: the lesson that teaches it to those who completed an older version. */
  readonly updateLesson?: string
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  readonly lessons: readonly PublishableLesson[]
  readonly vignettes: readonly Vignette[]
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

const textOf = ({ id, text }: ItemText): ItemText => ({ id, text })

/** Drafts are not published: no learner's page and no table holds them. */
const published = ({ items }: QuizFile) =>
  items.flatMap((item) => (item.state === 'draft' ? [] : [{ ...item, state: item.state }]))

const shownItem = (item: ReturnType<typeof published>[number]): ShownItem => ({
  id: item.id,
  kind: item.kind,
  state: item.state,
  objectiveId: item.objective,
  vignetteId: item.vignette ?? null,
  bloom: item.bloom,
  mustPass: item.mustPass,
  stem: item.stem,
  sourceId: item.source,
  prompts: promptsOf(item).map(textOf),
  options: item.options.map(textOf),
})

const keyOf = (item: QuizEntry): ItemKey => ({
  itemId: item.id,
  correctOptionIds: rightAnswer(item),
  rationales: rationalesOf([...promptsOf(item), ...item.options]),
})

function translationOf(
  { translation, lessons }: CompiledTranslation,
  ids: readonly string[],
): PublishableTranslation {
  const { lessons: entries, ...words } = translation.version.value
  const { vignettes, items: written } = translation.quiz.value
  const items = written.filter(({ id }) => ids.includes(id))
  return {
    language: translation.language,
    ...words,
    lessons: lessons.map(({ id, compiled }) => ({
      id,
      title: entries.find((entry) => entry.id === id)?.title ?? '',
      tree: compiled.tree,
      hash: compiled.hash,
    })),
    vignettes,
    items: items.map(({ id, stem, prompts = [], options }) => ({
      id,
      stem,
      prompts: prompts.map(textOf),
      options: options.map(textOf),
    })),
    rationales: items.map(({ id, prompts = [], options }) => ({
      itemId: id,
      rationales: rationalesOf([...prompts, ...options]),
    })),
  }
}

function publishable(
  module: ModuleFolder,
  read: VersionFolder,
  { lessons, translations }: CompiledVersion,
): PublishableVersion {
  const { id, title, summary, minutes, objectives } = module.about.value
  const { lessons: _entries, ...version } = read.version.value
  const { vignettes } = read.quiz.value
  const items = published(read.quiz.value)
  const itemIds = items.map((item) => item.id)
  return {
    moduleId: id,
    slug: module.slug,
    title,
    summary,
    minutes,
    objectives,
    ...version,
    lessons: lessons.map(lessonOf),
    vignettes,
    items: items.map(shownItem),
    keys: items.map(keyOf),
    translations: translations.map((each) => translationOf(each, itemIds)),
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
  bank: BankRule = libraryBank,
): Promise<Result<readonly PublishableVersion[], readonly FileProblem[]>> {
  const ids = registerIds(registers)
  const { module, problems } = readModuleFolder(folder, ids.sources, bank)
  if (!module) return refuse(problems)
  const versions: PublishableVersion[] = []
  // The lessons are looked at whatever is wrong beside them: an author hears of everything at once.
  const found: FileProblem[] = [...problems]
  for (const read of module.versions.filter((version) => !isPublished(versionHash(version.folder)))) {
    const compiled = await compileVersion(module, read, ids, compiler)
    found.push(...compiled.problems)
    if (compiled.problems.length === 0) versions.push(publishable(module, read, compiled))
  }
  return found.length > 0 ? refuse(found) : ok(versions)
}
