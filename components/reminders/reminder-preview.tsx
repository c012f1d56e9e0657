import { getTranslations } from 'next-intl/server'

type ReminderPreviewProps = {
  /** Shows the same page as another person would get it. */
  readonly action: string
  readonly actionToTest: string
  readonly people: readonly { readonly staffMemberId: string; readonly name: string }[]
  readonly shownAs: string | null
  readonly preview: { readonly subject: string; readonly body: string }
}

/** The mail as one person would get it, and the way to get it oneself. */
export async function ReminderPreview({
  action,
  actionToTest,
  people,
  shownAs,
  preview,
}: ReminderPreviewProps) {
  const t = await getTranslations('reminders')
  return (
    <section aria-labelledby="preview" className="mt-10">
      <h2 id="preview">{t('text.previewTitle')}</h2>
      <p className="text-muted mb-3">{t('text.previewHint')}</p>
      {people.length > 1 && (
        <form action={`${action}#preview`} className="mb-4 flex flex-wrap items-end gap-3" method="get">
          <label className="block">
            <span className="mb-1 block font-medium">{t('text.person')}</span>
            <select className="field max-w-md" defaultValue={shownAs ?? undefined} name="person">
              {people.map(({ staffMemberId, name }) => (
                <option key={staffMemberId} value={staffMemberId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button className="button-quiet" type="submit">
            {t('text.show')}
          </button>
        </form>
      )}
      <p className="font-semibold">{preview.subject}</p>
      <p className="bg-surface border-line mt-2 rounded-lg border p-4 break-words whitespace-pre-wrap">
        {preview.body}
      </p>
      <form action={actionToTest} className="mt-4" method="post">
        <button className="button-quiet" type="submit">
          {t('text.test')}
        </button>
        <p className="text-muted mt-1 text-sm">{t('text.testHint')}</p>
      </form>
    </section>
  )
}
