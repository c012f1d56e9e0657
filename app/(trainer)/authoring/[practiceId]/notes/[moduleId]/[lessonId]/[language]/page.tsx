import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { NoteDone } from '#components/authoring/notes/note-done'
import { NoteForm } from '#components/authoring/notes/note-form'
import { NotePart } from '#components/authoring/notes/note-part'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { PracticeNote } from '#components/training/practice-note'
import type { Context } from '#lib/context'
import { languages } from '#lib/domain/language'
import { ok } from '#lib/domain/result'
import { type PracticeNoteView, viewPracticeNote } from '#lib/use-cases/authoring/view-practice-note'
import { prepareNote } from '#lib/use-cases/authoring/write-practice-note'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import type { FormReturn } from '#lib/web/forms'
import { type NotePlace, notePage, notePlace, noteText } from '#lib/web/note-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** The note, and how the text in its form is read: the one that was typed, or the one that it begins with. */
async function read(context: Context, returned: FormReturn, input: NotePlace) {
  const found = await viewPracticeNote(context, input)
  if (!found.ok) return found
  const text = noteText.safeParse(returned.values['noteText'] ?? found.value.source)
  const reading =
    text.success && found.value.mayWrite
      ? await prepareNote(context, { ...input, noteText: text.data })
      : undefined
  return ok({ view: found.value, reading: reading?.ok ? reading.value : undefined })
}

/** What a practice says at the end of a lesson of the library, in one language. */
export default async function PracticeNotePage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/notes/[moduleId]/[lessonId]/[language]'>) {
  const input = await paramsOr404(notePlace, params)
  const page = await pageContext((context, kept) => read(context, kept, input), {
    path: notePage(input),
    search: searchParams,
  })
  const { actor, returned } = page
  const { view, reading } = page.view
  const found = (await reading?.()) ?? { problems: [], advice: [] }
  const t = await getTranslations('notes')
  const { practiceId: practice, language } = view
  const { moduleId, lessonId } = input
  const deeds = routes.practiceNoteDeeds(practice, moduleId, lessonId, language)
  const other = languages.find((each) => each !== language) ?? language
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(practice, view.capabilities)}
      practiceName={view.practiceName}
      title={t('noteOn', { lesson: view.lessonTitle })}
      width="reading"
    >
      <p className="mb-4 flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-11 items-center" href={routes.practiceNotes(practice, moduleId)}>
          {t('backToModule', { module: view.moduleTitle })}
        </a>
        <a
          className="inline-flex min-h-11 items-center"
          href={routes.practiceNote(practice, moduleId, lessonId, other)}
        >
          {t('open', { language: other })}
        </a>
      </p>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      {view.isGone && (
        <p className="border-notice-line bg-notice mb-6 rounded-lg border px-4 py-2">
          {t('gone.one', { version: view.version })}
        </p>
      )}
      <LivingTexts action={deeds} returned={returned} view={view} />
      {view.mayWrite && (
        <section aria-labelledby="write" className="mb-10">
          <h2 className="mb-3 text-xl" id="write">
            {t('form.title')}
          </h2>
          <NoteForm
            action={routes.practiceNoteTexts(practice, moduleId, lessonId, language)}
            after={view.after}
            found={found}
            language={language}
            returned={returned}
            source={view.source}
          />
        </section>
      )}
      <NoteDone dayOf={dayFormatter(await getLocale())} done={view.done} />
    </PracticeFrame>
  )
}

type LivingTextsProps = {
  readonly view: PracticeNoteView
  readonly action: string
  readonly returned: FormReturn
}

/** The text that is to be shown next, and the one that is shown. */
async function LivingTexts({ view, action, returned }: LivingTextsProps) {
  const { lesson: labels } = await getMessages()
  const formatDate = dayFormatter(await getLocale())
  const { language, shown, next, contacts, sources, terms } = view
  return [next, shown].map((text) => {
    if (!text) return null
    const shownOn = text === shown ? text.on : null
    const note = { tree: text.tree, language, shownOn, contacts, sources, terms }
    return (
      <NotePart
        action={action}
        box={<PracticeNote formatDate={formatDate} id={`note-${text.number}`} labels={labels} note={note} />}
        key={text.number}
        returned={returned}
        text={text}
      />
    )
  })
}
