import { getTranslations } from 'next-intl/server'
import { CommentThreads } from '#components/authoring/review/comment-threads'
import { type Returned, SelectField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { CommentThread } from '#lib/domain/authoring/review/comment-threads'
import type { Instant } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'

type BlockCommentsProps = {
  readonly view: {
    readonly text: string
    readonly language: Language
    readonly isNow: boolean
    readonly threads: readonly CommentThread[]
    readonly mayComment: boolean
  }
  readonly action: string
  /** Null for a reader who settles nothing. */
  readonly settleAction: string | null
  readonly returned: Returned
  dayOf(at: Instant): string
}

const mostOfComment = 60
const shortened = (text: string) =>
  text.length > mostOfComment ? `${text.slice(0, mostOfComment).trimEnd()}…` : text

/** A block in plain words, what was said about it, and a form to say more or to answer. */
export async function BlockComments({ view, action, settleAction, returned, dayOf }: BlockCommentsProps) {
  const t = await getTranslations('review')
  const { threads, mayComment, isNow } = view
  const deedFor = (thread: CommentThread) =>
    settleAction !== null && mayComment && <SettleForm action={settleAction} thread={thread} />
  const choices = [
    ...(isNow || threads.length === 0 ? [{ value: 'new', label: t('answerNew') }] : []),
    ...threads.map(({ number, text }) => ({
      value: String(number),
      label: t('answerTo', { text: shortened(text) }),
    })),
  ]
  return (
    <>
      <p className="font-medium">{t(isNow ? 'aboutThis' : 'aboutEarlier')}</p>
      <blockquote className="border-line my-3 max-w-prose border-l-4 pl-4" lang={view.language}>
        <p className="wrap-anywhere whitespace-pre-line">{view.text}</p>
      </blockquote>
      <CommentThreads dayOf={dayOf} deedFor={deedFor} threads={threads} />
      {mayComment && (
        <form action={action} className="mt-6 space-y-4" method="post" noValidate>
          {choices.length > 1 ? (
            <SelectField choices={choices} label={t('answerLabel')} name="answerTo" returned={returned} />
          ) : (
            <input name="answerTo" type="hidden" value={choices[0]?.value ?? 'new'} />
          )}
          <TextArea
            hint={t('commentHint')}
            label={t('commentLabel')}
            name="comment"
            returned={returned}
            rows={5}
          />
          <button className="button" type="submit">
            {t('send')}
          </button>
        </form>
      )}
    </>
  )
}

async function SettleForm({ action, thread }: { readonly action: string; readonly thread: CommentThread }) {
  const t = await getTranslations('review')
  return (
    <form action={action} className="mt-2" method="post">
      <input name="thread" type="hidden" value={thread.number} />
      <input name="isSettled" type="hidden" value={thread.isSettled ? 'no' : 'yes'} />
      <button className="button-quiet" type="submit">
        {t(thread.isSettled ? 'reopen' : 'settle')}
      </button>
    </form>
  )
}
