import { getTranslations } from 'next-intl/server'
import { CasePicture } from '#components/case-draft/case-picture'
import { nodeNamer } from '#components/case-draft/node-namer'
import { SelectField } from '#components/form/form-parts'
import type { CaseLayout } from '#lib/domain/authoring/case-layout'
import type { NodeName } from '#lib/domain/authoring/case-names'
import type { CaseTrial } from '#lib/domain/authoring/case-trial'

type TrialElsewhereProps = {
  readonly trial: CaseTrial
  readonly names: readonly NodeName[]
  readonly layout: CaseLayout
  readonly action: string
  /** Of the scene that is shown; null where it cannot be changed. */
  readonly editHref: string | null
  hrefFor(from: string, way?: string): string
}

const nothing = { problems: [], values: {} }

/** The ways back and aside: the choice before, another scene to begin with, and the form of this one. */
export async function TrialElsewhere(props: TrialElsewhereProps) {
  const { trial, names, layout, action, editHref, hrefFor } = props
  const t = await getTranslations('caseDrafts')
  const namer = await nodeNamer(names)
  return (
    <section aria-labelledby="elsewhere" className="border-line no-print mt-10 border-t pt-6">
      <div className="mb-6 flex flex-wrap gap-3">
        {trial.steps.length > 0 && (
          <>
            <a className="button-quiet" href={hrefFor(trial.from, trial.way.slice(0, -1))}>
              {t('trial.back')}
            </a>
            <a className="button-quiet" href={hrefFor(trial.from)}>
              {t('trial.again')}
            </a>
          </>
        )}
        {editHref && (
          <a className="button-quiet" href={editHref}>
            {t('open', namer.values(trial.nodeId))}
          </a>
        )}
      </div>
      <h2 className="mb-3 text-lg" id="elsewhere">
        {t('trial.elsewhere')}
      </h2>
      <form action={action} className="space-y-3" method="get">
        <SelectField
          choices={namer.choices}
          defaultValue={trial.nodeId}
          label={t('trial.scene')}
          name="from"
          returned={nothing}
        />
        <button className="button-quiet" type="submit">
          {t('trial.go')}
        </button>
      </form>
      <details className="mt-4">
        <summary className="cursor-pointer py-3">{t('trial.picture')}</summary>
        <CasePicture hrefFor={(from) => hrefFor(from)} layout={layout} names={names} />
      </details>
    </section>
  )
}
