import { wordsOf } from '#components/ui/words'
import type { CaseScene } from '#lib/domain/curriculum/case'
import type { Language } from '#lib/domain/language'

type SceneTextProps = { readonly scene: CaseScene; readonly language: Language }

/** The gentle text is for everybody; the detail is one choice away, and nobody learns who chose what. */
export async function SceneText({ scene, language }: SceneTextProps) {
  const { contentNote } = scene
  if (!contentNote)
    return (
      <p className="max-w-prose text-lg" lang={language}>
        {scene.scene}
      </p>
    )
  const t = await wordsOf('cases')
  return (
    <div className="border-line space-y-3 rounded-lg border p-4">
      <p className="font-semibold">{t('mentions', { about: contentNote.about })}</p>
      <p className="text-muted text-sm">{t('gentle')}</p>
      <p className="max-w-prose text-lg" lang={language}>
        {contentNote.gentle}
      </p>
      <details className="border-line bg-raised rounded-lg border px-4">
        <summary className="cursor-pointer py-3 font-medium">{t('details')}</summary>
        <p className="max-w-prose pb-4" lang={language}>
          {scene.scene}
        </p>
      </details>
    </div>
  )
}
