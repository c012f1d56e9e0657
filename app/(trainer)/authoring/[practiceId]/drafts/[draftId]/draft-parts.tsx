import { getTranslations } from 'next-intl/server'
import { DraftPart } from '#components/authoring/draft-part'
import { FactsForm } from '#components/authoring/facts-form'
import { OutlinePart } from '#components/authoring/outline-part'
import type { Returned } from '#components/form/form-parts'
import type { DraftView } from '#lib/use-cases/authoring/view-draft'
import { routes } from '#lib/web/routes'

type PartsProps = { readonly view: DraftView; readonly returned: Returned }

const lessonName = (file: string) => file.slice('lessons/'.length, -'.mdx'.length)

/** "lessons/first-look.mdx" is edited under "first-look". */
export const lessonHref = ({ practiceId: id, draftId: draft }: DraftView, file: string) =>
  routes.lessonDraft(id, draft, lessonName(file))

/** The way to the parts of a case. */
export async function CasePart({ view }: Pick<PartsProps, 'view'>) {
  const t = await getTranslations('authoring')
  return (
    <DraftPart name="case" title={t('case.title')}>
      <p className="mb-3 max-w-prose">{t('case.hint')}</p>
      <a className="button-quiet" href={routes.caseDraft(view.practiceId, view.draftId)}>
        {t('case.open')}
      </a>
    </DraftPart>
  )
}

/** What a module is made of: what it says of itself, its lessons with their pictures, its quiz. */
export async function ModuleParts({ view, returned }: PartsProps) {
  const t = await getTranslations('authoring')
  const { practiceId: id, draftId: draft, facts, outline, mayWrite } = view
  const actions = { outline: routes.draftOutline(id, draft), titles: routes.draftTitles(id, draft) }
  return (
    <>
      {mayWrite && (
        <DraftPart name="facts" title={t('facts.title')}>
          {facts ? (
            <FactsForm
              action={routes.draftFacts(id, draft)}
              base={view.aboutRevision}
              facts={facts}
              returned={returned}
            />
          ) : (
            <p>{t('facts.unreadable')}</p>
          )}
        </DraftPart>
      )}
      <DraftPart name="lessons" title={t('lessons.title')}>
        {outline ? (
          <OutlinePart
            actions={mayWrite ? actions : null}
            base={view.outlineRevision}
            hrefFor={(file) => lessonHref(view, file)}
            lessons={outline.lessons}
            removed={view.removed.map(({ file, title }) => ({ name: lessonName(file), title }))}
            returned={returned}
          />
        ) : (
          <p>{t('lessons.unreadable')}</p>
        )}
      </DraftPart>
      <DraftPart name="media" title={t('media.title')}>
        <a className="button-quiet" href={routes.draftMedia(id, draft)}>
          {t('media.open')}
        </a>
      </DraftPart>
      <DraftPart name="quiz" title={t('quiz.title')}>
        <a className="button-quiet" href={routes.quizDraft(id, draft)}>
          {t('quiz.open')}
        </a>
      </DraftPart>
    </>
  )
}
