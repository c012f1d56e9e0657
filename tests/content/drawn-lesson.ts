import { renderToStaticMarkup } from 'react-dom/server'
import { LessonView } from '#components/lesson/lesson-view'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import { messages } from '#lib/web/messages'
import { isLessonAddress, isLessonAttribute, isLessonTag, markupOf } from '#tests/content/markup'

const page = {
  labels: messages.en.lesson,
  contacts: [],
  terms: [],
  hrefForPicture: String,
  formatDate: String,
}

/** What a lesson, drawn by the components of the page, has of tags, attributes and addresses that no lesson may have. */
export function foreignMarkup(tree: LessonTree): readonly unknown[] {
  const { tags, attributes } = markupOf(renderToStaticMarkup(LessonView({ ...page, tree })))
  return [
    ...tags.filter((tag) => !isLessonTag(tag)),
    ...attributes.filter((attribute) => !isLessonAttribute(attribute) || !isLessonAddress(attribute)),
  ]
}
