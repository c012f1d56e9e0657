import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ReviewText } from '#components/authoring/review/review-text'
import { Shell } from '#components/layout/shell'
import { localDateAt } from '#lib/domain/calendar'
import { ok } from '#lib/domain/result'
import { drawReview, readDraftFromOutside, readRegisters } from '#lib/use-cases/authoring/review-draft'
import { dayFormatter } from '#lib/web/format-day'
import { outsidePageContext } from '#lib/web/outside-page'
import { routes } from '#lib/web/routes'

/** A draft, whole, for somebody from outside who was asked to read it. */
export default async function OutsideReviewPage() {
  const {
    view: { read, registers, reader },
  } = await outsidePageContext(async (context) => {
    const read = await readDraftFromOutside(context)
    if (!read.ok) return read
    const registers = await readRegisters(context, read.value.document.language)
    return ok({ read: read.value, registers, reader: context.reader })
  })
  const view = await drawReview(read)
  const t = await getTranslations('outside')
  const formatDate = dayFormatter(await getLocale())
  const dayOf = (at: typeof reader.endsAt) => formatDate(localDateAt(at, reader.timeZone))
  const { lesson: labels } = await getMessages()
  return (
    <Shell actor={null}>
      <h1 className="mb-4 wrap-anywhere">{view.document.title || t('link.title')}</h1>
      <p className="mb-3 max-w-prose">
        {t('reader.how', { practice: reader.practiceName, name: reader.name })}
      </p>
      <p className="text-muted mb-3 max-w-prose">{t('reader.until', { on: dayOf(reader.endsAt) })}</p>
      <p className="text-muted mb-8 max-w-prose">{t('reader.keys')}</p>
      <ReviewText
        dayOf={dayOf}
        hrefForBlock={routes.outsideBlock}
        hrefForPicture={routes.outsidePicture}
        view={view}
        words={{ labels, formatDate, ...registers }}
      />
    </Shell>
  )
}
