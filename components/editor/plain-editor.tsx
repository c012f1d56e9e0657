import { getTranslations } from 'next-intl/server'
import { FieldFrame, type Returned } from '#components/form/form-parts'

type PlainEditorProps = {
  readonly action: string
  readonly formId: string
  readonly lesson: { readonly source: string; readonly revision: number; readonly isEditable: boolean }
  /** A text that was refused. */
  readonly typed: string | null
  readonly returned: Returned
}

/** The text of a lesson as a plain form, which needs no script. The editor hides it where it opens. */
export async function PlainEditor({ action, formId, lesson, typed, returned }: PlainEditorProps) {
  const t = await getTranslations('editor')
  return (
    <form action={action} className="mb-6 space-y-3" id={formId} method="post">
      <input name="revision" type="hidden" value={lesson.revision} />
      <FieldFrame hint={t('plainHint')} label={t('source')} name="source" returned={returned}>
        {(described) => (
          <textarea
            className="field font-mono"
            defaultValue={`${typed ?? lesson.source}`}
            name="source"
            readOnly={!lesson.isEditable}
            rows={20}
            spellCheck
            {...described}
          />
        )}
      </FieldFrame>
      {lesson.isEditable && (
        <button className="button" type="submit">
          {t('save')}
        </button>
      )}
      {typed !== null && typed !== lesson.source && (
        <details className="border-line rounded-lg border px-4" open>
          <summary className="cursor-pointer py-3 font-medium">{t('theirText')}</summary>
          <pre className="pb-4 text-sm break-words whitespace-pre-wrap">{lesson.source}</pre>
        </details>
      )}
    </form>
  )
}
