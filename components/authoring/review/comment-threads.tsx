import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CommentThread, Said } from '#lib/domain/authoring/review/comment-threads'
import type { Instant } from '#lib/domain/calendar'

type ThreadsProps = {
  readonly threads: readonly CommentThread[]
  dayOf(at: Instant): string
  /** Whether the text that a comment was written about stands beside it: it is not the draft's text any more. */
  readonly isEarlier?: boolean
  /** What can be done with a comment. */
  readonly deedFor?: (thread: CommentThread) => ReactNode
}

/** Comments with their answers, as plain text. What is settled is folded. */
export async function CommentThreads({ threads, dayOf, isEarlier = false, deedFor }: ThreadsProps) {
  if (threads.length === 0) return null
  const t = await getTranslations('review')
  const settled = threads.filter(({ isSettled }) => isSettled)
  const list = (shown: readonly CommentThread[]) => (
    <ul className="mt-2 list-none! space-y-3 pl-0!">
      {shown.map((thread) => (
        <li className="border-accent bg-accent-soft rounded-lg border-l-4 p-3 text-sm" key={thread.number}>
          {isEarlier && (
            <blockquote className="border-line mb-2 border-l-4 pl-3">
              <p className="font-medium">{t('earlierText')}</p>
              <p className="wrap-anywhere whitespace-pre-line">{thread.aboutText}</p>
            </blockquote>
          )}
          <SaidWords said={thread} dayOf={dayOf} />
          {thread.answers.map((answer) => (
            <div className="border-line mt-2 border-l-2 pl-3" key={answer.number}>
              <SaidWords said={answer} dayOf={dayOf} />
            </div>
          ))}
          {deedFor?.(thread)}
        </li>
      ))}
    </ul>
  )
  const open = threads.filter(({ isSettled }) => !isSettled)
  return (
    <>
      {open.length > 0 && list(open)}
      {settled.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="min-h-11 cursor-pointer py-2.5">
            {t('settled', { count: settled.length })}
          </summary>
          {list(settled)}
        </details>
      )}
    </>
  )
}

async function SaidWords({ said, dayOf }: { readonly said: Said; dayOf(at: Instant): string }) {
  const t = await getTranslations('review')
  return (
    <>
      <p className="font-semibold">
        {said.by}
        {said.isOutside && ` · ${t('outsider')}`} · <time dateTime={said.at}>{dayOf(said.at)}</time>
      </p>
      <p className="wrap-anywhere whitespace-pre-line">{said.text}</p>
    </>
  )
}
