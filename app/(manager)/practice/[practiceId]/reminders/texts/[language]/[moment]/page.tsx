import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { EarlierTexts } from '#components/reminders/earlier-texts'
import { ReminderPreview } from '#components/reminders/reminder-preview'
import { ReminderTextForm } from '#components/reminders/reminder-text-form'
import { viewReminderText } from '#lib/use-cases/reminders/view-reminder-text'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { reminderTextPlace } from '#lib/web/reminder-fields'
import { routes } from '#lib/web/routes'

const wish = z.object({ person: staffMemberId.nullable().catch(null) })

/** The words of one reminder in one language, and the mail that somebody would get of them. */
export default async function ReminderTextPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/reminders/texts/[language]/[moment]'>) {
  const input = await paramsOr404({ practiceId, ...reminderTextPlace }, params)
  const { person } = wish.parse(await searchParams)
  const place = [input.practiceId, input.language, input.moment] as const
  const t = await getTranslations('reminders')
  const { view, actor, returned } = await pageContext(
    (context) => viewReminderText(context, { ...input, person, linkToBeMade: t('text.linkToBeMade') }),
    { path: routes.reminderText(...place), search: searchParams },
  )
  return (
    <PracticeFrame
      actor={actor}
      current="reminders"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={`${t(`moment.${view.moment}`)} (${t(`language.${view.language}`)})`}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.reminderSettings(view.practiceId)}>
          {t('text.all')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <ReminderTextForm
        action={routes.reminderTextVersions(...place)}
        actionToDefault={view.isOwn ? routes.reminderTextDefault(...place) : null}
        returned={returned}
        text={view.text}
        version={view.version}
      />
      <ReminderPreview
        action={routes.reminderText(...place)}
        actionToTest={routes.reminderTests(...place)}
        people={view.people}
        preview={view.preview}
        shownAs={view.shownAs}
      />
      <EarlierTexts texts={view.earlier} />
    </PracticeFrame>
  )
}
