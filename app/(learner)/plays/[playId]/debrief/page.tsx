import { getLocale } from 'next-intl/server'
import { DebriefReferences } from '#components/case/debrief-references'
import { DebriefSkills } from '#components/case/debrief-skills'
import { DebriefSteps } from '#components/case/debrief-steps'
import { HappenedNote } from '#components/case/happened-note'
import { SceneText } from '#components/case/scene-text'
import { TeachingLessons } from '#components/case/teaching-lessons'
import { FormLink } from '#components/forms/form-link'
import { Shell } from '#components/layout/shell'
import { NotTranslated } from '#components/ui/not-translated'
import { wordsOf } from '#components/ui/words'
import { type Debrief, viewDebrief } from '#lib/use-cases/cases/view-debrief'
import { dayFormatter } from '#lib/web/format-day'
import { playId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function DebriefPage({ params }: PageProps<'/plays/[playId]/debrief'>) {
  const input = await paramsOr404({ playId }, params)
  const { view, actor } = await pageContext((context) => viewDebrief(context, input))
  const t = await wordsOf('cases')
  const formatDate = dayFormatter(await getLocale())
  const { language } = view
  return (
    <Shell actor={actor}>
      <header className="mb-6">
        <p className="text-muted">{t('debriefOf')}</p>
        <h1 lang={language}>{view.title}</h1>
        {view.isPractice && <p className="mt-2 font-medium">{t('practice')}</p>}
        <NotTranslated language={language} />
      </header>
      <HappenedNote happened={view.happened} language={language} />
      <section aria-labelledby="end">
        <h2 className="mb-3" id="end">
          {t('endTitle')}
        </h2>
        <SceneText language={language} scene={view.ending} />
        <h3 className="mt-6">{t('lessonTitle')}</h3>
        <p className="mt-1 max-w-prose" lang={language}>
          {view.lesson}
        </p>
      </section>
      <Onward view={view} />
      <DebriefSkills language={language} skills={view.skills} />
      <DebriefSteps language={language} steps={view.steps} />
      <TeachingLessons
        hrefOf={({ moduleId, lessonId }) => routes.lesson(view.assignmentId, moduleId, lessonId)}
        lessons={view.lessons}
      />
      <DebriefReferences contacts={view.contacts} formatDate={formatDate} sources={view.sources} />
    </Shell>
  )
}

/** One main button; going through it again stands beside it. */
async function Onward({ view: { playId, certificateId, assignmentId, form } }: { readonly view: Debrief }) {
  const t = await wordsOf('cases')
  return (
    <div className="border-line no-print mt-8 border-y py-6">
      {certificateId && <p className="mb-3 font-medium">{t('certificateEarned')}</p>}
      <div className="flex flex-wrap gap-3">
        <a
          className="button w-full sm:w-auto"
          href={certificateId ? routes.certificate(certificateId) : routes.assignment(assignmentId)}
        >
          {certificateId ? t('seeCertificate') : t('nextStep')}
        </a>
        <form action={routes.replays(playId)} method="post">
          <button className="button-quiet" type="submit">
            {t('again')}
          </button>
        </form>
      </div>
      <p className="text-muted mt-3 max-w-prose">{t('againHint')}</p>
      {form && <FormLink form={form} href={routes.formOffer(assignmentId, 'after')} />}
    </div>
  )
}
