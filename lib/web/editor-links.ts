import type { Route } from 'next'
import type { LessonPlace } from '#lib/domain/authoring/draft-path'
import type { Params } from '#lib/web/command-shape'
import { routes } from '#lib/web/routes'

/** A lesson as addresses name it. */
const lessonName = ({ lesson, translation }: LessonPlace): string =>
  translation === null ? lesson : `${lesson}.${translation}`

type Place = { readonly practiceId: string; readonly draftId: string; readonly lesson: LessonPlace }

export const lessonDraftPage = ({ practiceId, draftId, lesson }: Place): Route =>
  routes.lessonDraft(practiceId, draftId, lessonName(lesson))

export const lessonDraftForm = ({ practiceId = '', draftId = '', lesson = '' }: Params): Route =>
  routes.lessonDraft(practiceId, draftId, lesson)

/** Where the editor of a lesson sends what it asks and saves. */
export const lessonAddresses = ({ practiceId, draftId, lesson }: Place) => {
  const name = lessonName(lesson)
  return {
    about: routes.lessonDraftAbout(practiceId, draftId, name),
    text: routes.lessonDraftText(practiceId, draftId, name),
    changes: routes.lessonDraftChanges(practiceId, draftId, name),
    preview: routes.lessonDraftPreview(practiceId, draftId, name),
    pictures: `${routes.draftMedia(practiceId, draftId)}/`,
  }
}
