import type { CompileOptions } from '@mdx-js/mdx'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { validateFirst } from '#lib/content/lesson/validate'

type RemarkPlugins = NonNullable<CompileOptions['remarkPlugins']>

/** Tables are the one addition to Markdown: no footnotes, no bare addresses that become links. */
function tables(this: { data(): Record<string, unknown[] | undefined> }) {
  const data = this.data()
  data['micromarkExtensions'] = [...(data['micromarkExtensions'] ?? []), gfmTable()]
  data['fromMarkdownExtensions'] = [...(data['fromMarkdownExtensions'] ?? []), gfmTableFromMarkdown()]
}

/** The same settings check a lesson and compile it; ours is the first plugin that sees the parsed text. */
export const lessonLanguage = (registers: LessonRegisters) => ({
  remarkPlugins: [validateFirst(registers), tables] as unknown as RemarkPlugins,
})
