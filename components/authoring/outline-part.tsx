import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'

type Lesson = { readonly id: string; readonly title: string; readonly file: string }

type OutlineProps = {
  readonly lessons: readonly Lesson[]
  /** Those that can be put back, by the name of their file. */
  readonly removed: readonly { readonly name: string; readonly title: string }[]
  readonly base: number
  /** Null for whoever may not write here now. */
  readonly actions: { readonly outline: string; readonly titles: string } | null
  readonly hrefFor: (file: string) => string
  readonly returned: Returned
}

type OutlineButton = 'up' | 'down' | 'remove'

/** What leads somewhere from this place: the first lesson moves no further up, and the only one stays. */
const deedsAt = (index: number, count: number): readonly OutlineButton[] => [
  ...(index > 0 ? (['up'] as const) : []),
  ...(index < count - 1 ? (['down'] as const) : []),
  ...(count > 1 ? (['remove'] as const) : []),
]

/** The lessons in order, and what can be done with each. */
export async function OutlinePart({ lessons, removed, base, actions, hrefFor, returned }: OutlineProps) {
  const t = await getTranslations('authoring')
  return (
    <>
      <ol className="space-y-3">
        {lessons.map((lesson, index) => (
          <li className="card" key={lesson.id}>
            <LessonTitle href={hrefFor(lesson.file)} title={lesson.title} />
            {actions && (
              <LessonDeeds
                action={actions.outline}
                base={base}
                deeds={deedsAt(index, lessons.length)}
                lesson={lesson}
              />
            )}
          </li>
        ))}
      </ol>
      {actions && removed.length > 0 && (
        <RemovedLessons action={actions.outline} base={base} removed={removed} />
      )}
      {actions && (
        <form action={actions.titles} className="mt-5 space-y-5" method="post" noValidate>
          <h3 className="text-lg">{t('lessons.add')}</h3>
          <input name="base" type="hidden" value={base} />
          <TextField
            autoComplete="off"
            label={t('lessons.lessonTitle')}
            name="lessonTitle"
            returned={returned}
          />
          <button className="button-quiet" type="submit">
            {t('lessons.save')}
          </button>
        </form>
      )}
    </>
  )
}

function LessonTitle({ href, title }: { readonly href: string; readonly title: string }) {
  return (
    <a className="inline-flex min-h-11 items-center font-medium" href={href}>
      {title}
    </a>
  )
}

type LessonDeedsProps = {
  readonly action: string
  readonly base: number
  readonly deeds: readonly OutlineButton[]
  readonly lesson: Lesson
}

async function LessonDeeds({ action, base, deeds, lesson: { id, title } }: LessonDeedsProps) {
  const t = await getTranslations('authoring')
  return (
    <form action={action} className="mt-2 flex flex-wrap gap-3" method="post">
      <input name="base" type="hidden" value={base} />
      <input name="movedLesson" type="hidden" value={id} />
      {deeds.map((deed) => (
        <button
          aria-label={t(`lessons.${deed}Of`, { title })}
          className="button-quiet"
          key={deed}
          name="deed"
          type="submit"
          value={deed}
        >
          {t(`lessons.${deed}`)}
        </button>
      ))}
    </form>
  )
}

type RemovedProps = Pick<OutlineProps, 'removed' | 'base'> & { readonly action: string }

async function RemovedLessons({ removed, base, action }: RemovedProps) {
  const t = await getTranslations('authoring')
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2.5">
        {t('lessons.removed', { count: removed.length })}
      </summary>
      <ul className="space-y-3">
        {removed.map(({ name, title }) => (
          <li className="card" key={name}>
            <form action={action} className="flex flex-wrap items-center gap-3" method="post">
              <span className="wrap-anywhere">{title}</span>
              <input name="base" type="hidden" value={base} />
              <input name="movedLesson" type="hidden" value={name} />
              <button
                aria-label={t('lessons.putBackOf', { title })}
                className="button-quiet"
                name="deed"
                type="submit"
                value="put-back"
              >
                {t('lessons.putBack')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
