import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DebriefFields } from '#components/case-draft/debrief-fields'
import { sourceChoices } from '#components/case-draft/source-choices'
import { CheckboxGroup, ErrorSummary, type Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { QuizFrame } from '#components/items/quiz-frame'
import { type CaseDraftView, viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { markToSend } from '#lib/web/case-draft-fields'
import type { FormReturn } from '#lib/web/forms'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What a case says after its end: of each skill, who can help, and who has reviewed it. */
export default async function CaseDebriefPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/case/debrief'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { practiceId: id, draftId: draft } = input
  const { view, actor, returned } = await pageContext((context) => viewCaseDraft(context, input), {
    path: routes.caseDebrief(id, draft),
    search: searchParams,
  })
  if (!view.isEditable || !view.draft) notFound()
  const t = await getTranslations('caseDrafts')
  // Each of the two forms gets back what was typed into it; the other one goes on from what stands now.
  const isRemarks = 'caseReviewNote' in returned.values
  const nothing = { ...returned, values: {} }
  const [ofDebrief, ofRemarks] = isRemarks ? [nothing, returned] : [returned, nothing]
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.caseDraft(id, draft), words: t('backToCase') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('openDebrief')}
    >
      <ErrorSummary returned={returned} />
      <section aria-labelledby="debrief" className="mb-10">
        <h2 className="mb-3 text-xl" id="debrief">
          {t('debrief.title')}
        </h2>
        <p className="mb-4 max-w-prose">{t('debrief.hint')}</p>
        <form action={routes.caseDebriefChanges(id, draft)} className="space-y-5" method="post" noValidate>
          <input name="mark" type="hidden" value={markToSend(ofDebrief, view.draft.debriefMark)} />
          <DebriefFields
            debrief={view.draft.debrief}
            returned={ofDebrief}
            sources={sourceChoices(view.sources)}
          />
          <button className="button" type="submit">
            {t('debrief.save')}
          </button>
        </form>
      </section>
      <Remarks mark={markToSend(ofRemarks, view.remarks.mark)} returned={ofRemarks} view={view} />
    </QuizFrame>
  )
}

type RemarksProps = {
  readonly view: CaseDraftView
  readonly mark: string
  readonly returned: FormReturn & Returned
}

async function Remarks({ view, mark, returned }: RemarksProps) {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  return (
    <section aria-labelledby="remarks">
      <h2 className="mb-3 text-xl" id="remarks">
        {t('remarks.title')}
      </h2>
      <form
        action={routes.caseRemarkChanges(view.practiceId, view.draftId)}
        className="space-y-5"
        method="post"
        noValidate
      >
        <input name="mark" type="hidden" value={mark} />
        <CheckboxGroup
          choices={view.contacts.map(({ id, name, who }) => ({ value: id, label: name, hint: who }))}
          defaultValues={view.remarks.contacts}
          hint={t('remarks.contactsHint')}
          label={fields('caseContacts')}
          name="caseContacts"
          returned={returned}
        />
        <TextArea
          defaultValue={view.remarks.reviewNote}
          hint={t('remarks.noteHint')}
          label={fields('caseReviewNote')}
          name="caseReviewNote"
          returned={returned}
          rows={3}
        />
        <button className="button-quiet" type="submit">
          {t('remarks.save')}
        </button>
      </form>
    </section>
  )
}
