import { getTranslations } from 'next-intl/server'
import { FindingWords } from '#components/authoring/finding-line'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { AskedSentence } from '#components/items/asked-sentence'
import { ItemList } from '#components/items/item-list'
import { QuizFrame } from '#components/items/quiz-frame'
import { itemKinds } from '#lib/domain/curriculum/item-kind'
import { type QuizDraftView, type ToldFinding, viewQuizDraft } from '#lib/use-cases/authoring/view-quiz-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The bank of a draft's quiz, with its right answers: for whoever writes or reviews modules at the practice. */
export default async function QuizDraftPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewQuizDraft(context, input), {
    path: routes.quizDraft(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('items')
  const { practiceId: id } = view
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.draft(id, view.draftId), words: t('backToDraft') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title', { module: view.title })}
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <p className="text-muted mb-4">{t('version', { number: view.number })}</p>
      {view.isPublished && <p className="card mb-4">{t('published')}</p>}
      {!view.isPublished && !view.isEditable && <p className="card mb-4">{t('readOnly')}</p>}
      {view.isUnreadable ? <p className="card">{t('unreadable')}</p> : <Bank view={view} />}
    </QuizFrame>
  )
}

async function Bank({ view }: { readonly view: QuizDraftView }) {
  const t = await getTranslations('items')
  const { practiceId: id, draftId: draft } = view
  return (
    <>
      <Asked view={view} />
      <Findings findings={view.findings} isWhole={view.groups.every((group) => group.items.every(isFine))} />
      {view.isEditable && <NewItems draft={draft} practice={id} />}
      {view.capabilities.includes('author') && (
        <p className="mb-6">
          <a className="inline-flex min-h-11 items-center" href={routes.itemExchange(id, draft)}>
            {t('exchange')}
          </a>
        </p>
      )}
      <ItemList
        groups={view.groups}
        hrefs={{
          item: (itemId) => routes.quizItem(id, draft, itemId),
          removal: (itemId) => routes.quizItemRemoval(id, draft, itemId),
          moves: (itemId) => routes.quizItemMoves(id, draft, itemId),
        }}
        isEditable={view.isEditable}
        language={view.facts.language}
        wanted={view.wanted}
      />
    </>
  )
}

const isFine = ({ findings }: { readonly findings: readonly ToldFinding[] }) => findings.length === 0

async function Asked({ view }: { readonly view: QuizDraftView }) {
  const t = await getTranslations('items')
  return (
    <section className="card mb-6">
      <h2>{t('asked.title')}</h2>
      <AskedSentence asked={view.asked} objectives={view.objectives} percent={view.facts.passMarkPercent} />
      <a
        className="inline-flex min-h-11 items-center"
        href={routes.quizSettings(view.practiceId, view.draftId)}
      >
        {t('asked.change')}
      </a>
    </section>
  )
}

type FindingsProps = { readonly findings: readonly ToldFinding[]; readonly isWhole: boolean }

async function Findings({ findings, isWhole }: FindingsProps) {
  const t = await getTranslations('items')
  if (findings.length === 0) return isWhole ? <p className="mb-6">{t('findings.none')}</p> : null
  return (
    <section className="border-notice-line mb-6 border-l-4 pl-4">
      <h2>{t('findings.title')}</h2>
      <ul className="list-disc pl-6">
        {findings.map((finding) => (
          <li key={finding.message}>
            <FindingWords finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function NewItems({ practice, draft }: { readonly practice: string; readonly draft: string }) {
  const t = await getTranslations('items')
  return (
    <section className="mb-6">
      <h2>{t('add.title')}</h2>
      <ul className="mt-2 flex flex-wrap gap-3">
        {itemKinds.map((kind) => (
          <li key={kind}>
            <a className="button-quiet" href={routes.newQuizItem(practice, draft, kind)}>
              {t('add.of', { kind: t(`kind.${kind}`) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
