import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { ColumnsForm } from '#components/import/columns-form'
import { Preview } from '#components/import/preview'
import type { ShownKind } from '#components/import/preview-counts'
import { Progress } from '#components/import/progress'
import { EncodingForm, OtherReading } from '#components/import/reading-forms'
import { Report } from '#components/import/report'
import { Withdrawal } from '#components/import/withdrawal'
import { isOpen } from '#lib/domain/people/roster-import/import-state'
import {
  linesOnPage,
  type RosterImportView,
  viewRosterImport,
} from '#lib/use-cases/practice/view-roster-import'
import type { FormReturn } from '#lib/web/forms'
import { importId, importShown } from '#lib/web/import-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** A file of staff, where it stands: one address from the upload to the undo. */
export default async function RosterImportPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/imports/[importId]'>) {
  const input = await paramsOr404({ practiceId, importId }, params)
  const shown = importShown.parse(await searchParams)
  const { view, actor, returned } = await pageContext(
    (context) => viewRosterImport(context, { ...input, ...shown }),
    { path: routes.rosterImport(input.practiceId, input.importId), search: searchParams },
  )
  const t = await getTranslations('imports')
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('fileTitle', { file: view.fileName })}
    >
      <ErrorSummary returned={returned} />
      <Stage returned={returned} shown={shown} view={view} />
      <p className="mt-8">
        <a href={routes.newRosterImport(view.practiceId)}>{t('another')}</a>
      </p>
      {isOpen(view.stage) && <Withdrawal action={routes.importWithdrawal(view.practiceId, view.importId)} />}
    </PracticeFrame>
  )
}

type StageProps = {
  readonly view: RosterImportView
  readonly shown: { readonly show: ShownKind }
  readonly returned: FormReturn
}

async function Stage({ view, shown, returned }: StageProps) {
  const { practiceId: practice, importId: id, stage, settings, total, done } = view
  const reading = routes.importReading(practice, id)
  switch (stage) {
    case 'read-file':
    case 'check':
    case 'apply':
    case 'undo':
      return <Progress done={done} href={routes.rosterImport(practice, id)} stage={stage} total={total} />
    case 'ask-encoding':
      return <EncodingForm action={reading} samples={view.samples} />
    case 'unreadable':
      return <Unreadable reading={reading} view={view} />
    case 'match':
      return (
        <>
          <ColumnsForm
            action={routes.importColumns(practice, id)}
            returned={returned}
            rows={total}
            sampleRows={view.sampleRows}
            settings={settings}
          />
          <OtherReading action={reading} settings={settings} />
        </>
      )
    case 'preview':
      return <Previewed returned={returned} shown={shown} view={view} />
    case 'applied':
    case 'undone':
      return (
        <Report
          changedSince={view.report?.changedSince ?? []}
          kept={view.report?.kept ?? []}
          newPeople={view.report?.applied.new ?? 0}
          peopleBack={view.report?.applied.back ?? 0}
          results={view.report?.results ?? {}}
          staffHref={routes.practice(practice)}
          stage={stage}
          undoAction={routes.importUndo(practice, id)}
        />
      )
    case 'withdrawn':
      return null
  }
}

function Previewed({ view, shown, returned }: StageProps) {
  const { preview, practiceId: practice, importId: id, settings, sampleRows, total, today, page } = view
  if (!preview) return null
  const to = {
    here: routes.rosterImport(practice, id),
    answers: routes.importAnswers(practice, id),
    columns: routes.importColumns(practice, id),
    confirmation: routes.importConfirmation(practice, id),
  }
  return (
    <Preview
      {...{ preview, settings, sampleRows, total, today, page, linesOnPage, returned, to, ...shown }}
    />
  )
}

async function Unreadable({ view, reading }: { view: RosterImportView; reading: string }) {
  const t = await getTranslations('imports')
  return (
    <>
      <section className="card space-y-2">
        <h2>{t('unreadable.title')}</h2>
        <p>{t(`unreadable.${view.settings.refusal}` as 'unreadable.file-broken')}</p>
      </section>
      <OtherReading action={reading} settings={view.settings} />
    </>
  )
}
