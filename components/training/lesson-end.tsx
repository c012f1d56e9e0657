import { wordsOf } from '#components/ui/words'

type LessonEndProps = {
  readonly isFinished: boolean
  /** Where the form goes, with what the page showed. */
  readonly reading: { readonly action: string; readonly fields: Readonly<Record<string, string>> }
  readonly onward: { readonly kind: 'lesson' | 'quiz' | 'overview'; readonly href: string }
  readonly previous: { readonly title: string; readonly href: string } | null
}

const onwardWords = { lesson: 'lesson.next', quiz: 'lesson.toQuiz', overview: 'lesson.toOverview' } as const

/** One main button: finish, or go on where that was done before. */
export async function LessonEnd({ isFinished, reading, onward, previous }: LessonEndProps) {
  const t = await wordsOf('training')
  return (
    <footer className="border-line no-print mt-10 border-t pt-6">
      {isFinished ? (
        <>
          <p className="text-muted mb-4">{t('lesson.alreadyFinished')}</p>
          <a className="button w-full sm:w-auto" href={onward.href}>
            {t(onwardWords[onward.kind])}
          </a>
        </>
      ) : (
        <form action={reading.action} method="post">
          {Object.entries(reading.fields).map(([name, value]) => (
            <input key={name} name={name} type="hidden" value={value} />
          ))}
          <button className="button w-full sm:w-auto" name="finished" type="submit" value="true">
            {t('lesson.finish')}
          </button>
        </form>
      )}
      {previous && (
        <p className="mt-4">
          <a className="inline-flex min-h-11 items-center" href={previous.href}>
            {t('lesson.previous', { title: previous.title })}
          </a>
        </p>
      )}
    </footer>
  )
}
