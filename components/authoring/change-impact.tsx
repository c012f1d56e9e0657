import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Pager } from '#components/compliance/pager'
import type { ChangePreview } from '#lib/domain/authoring/change-preview'
import { isLocalDate } from '#lib/domain/calendar'

/** What a version after the first can be to people, the mildest first. */
export const nextKinds = ['editorial', 'clarifying', 'material', 'critical'] as const

type ChangeDayProps = { readonly action: string; readonly preview: ChangePreview }

/** The day to look at: a plain form that asks for another address of the same page. */
export async function ChangeDay({ action, preview }: ChangeDayProps) {
  const t = await getTranslations('changes')
  return (
    <form action={action} className="card no-print mb-6 space-y-4" method="get">
      <p>{t(`kinds.${preview.changeKind}`)}</p>
      <DayField label={t(`day.${preview.changeKind}`)} preview={preview} />
      <button className="button-quiet" type="submit">
        {t('show')}
      </button>
    </form>
  )
}

type ChooseDayProps = { readonly href: string; readonly dueOn: string | undefined }

/** Before a change that binds people is published: the way to its day, or the day that was chosen. */
export async function ChooseDay({ href, dueOn }: ChooseDayProps) {
  const t = await getTranslations('changes')
  const day = await dayWords()
  const isDay = dueOn !== undefined && isLocalDate(dueOn)
  return (
    <div className="card mb-6">
      <p className="max-w-prose">{isDay ? t('chosenDay', { day: day(dueOn) }) : t('chooseDayHint')}</p>
      <p className="mt-4">
        <a className={isDay ? 'button-quiet' : 'button'} href={isDay ? `${href}?dueOn=${dueOn}` : href}>
          {t(isDay ? 'chooseAnother' : 'chooseDay')}
        </a>
      </p>
    </div>
  )
}

type TrackChangeProps = {
  readonly action: string
  readonly changeKind: (typeof nextKinds)[number]
  readonly preview: ChangePreview | null
}

/** The kind of change of a track's next version, and the day where it binds people. */
export async function TrackChange({ action, changeKind, preview }: TrackChangeProps) {
  const t = await getTranslations('changes')
  return (
    <form action={action} className="card no-print mb-6 space-y-4" method="get">
      <fieldset className="space-y-2">
        <legend className="mb-2 font-medium">{t('kind')}</legend>
        {nextKinds.map((kind) => (
          <label className="flex min-h-11 items-start gap-3" key={kind}>
            <input
              className="mt-1 size-5 shrink-0"
              defaultChecked={kind === changeKind}
              name="changeKind"
              type="radio"
              value={kind}
            />
            <span>{t(`kinds.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <DayField label={t(preview ? `day.${preview.changeKind}` : 'day.any')} preview={preview} />
      <button className="button-quiet" type="submit">
        {t('show')}
      </button>
    </form>
  )
}

async function DayField({ label, preview }: { label: string; preview: ChangePreview | null }) {
  const t = await getTranslations('changes')
  const day = await dayWords()
  return (
    <div className="sm:w-80">
      <label className="mb-1 block text-sm font-medium" htmlFor="dueOn">
        {label}
      </label>
      <input
        aria-describedby={preview ? 'dueOn-hint' : undefined}
        className="field"
        defaultValue={preview?.dueOn}
        id="dueOn"
        max={preview?.lastDay}
        min={preview?.firstDay}
        name="dueOn"
        type="date"
      />
      {preview && (
        <p className="text-muted mt-1 text-sm" id="dueOn-hint">
          {t('day.hint', { first: day(preview.firstDay), last: day(preview.lastDay) })}
        </p>
      )}
    </div>
  )
}

type ChangeImpactProps = {
  readonly preview: ChangePreview
  readonly hrefFor: (page: number) => string
  readonly personHref: (staffMemberId: string) => string
}

/** What publishing with this day would ask of whom. */
export async function ChangeImpact({ preview, hrefFor, personHref }: ChangeImpactProps) {
  const t = await getTranslations('changes')
  const { tracks, concerned } = preview
  return (
    <section aria-labelledby="impact" className="mb-8 space-y-4">
      <h2 id="impact">{t('title')}</h2>
      <p className="max-w-prose text-lg font-medium">{await impactWords(preview)}</p>
      <p className="max-w-prose">{t('tracks', { count: tracks.length, names: tracks.join(', ') })}</p>
      {concerned.kind === 'named' && concerned.count > 0 && (
        <>
          <h3>{t('list')}</h3>
          <People people={concerned.people} personHref={personHref} />
          <Pager hrefFor={hrefFor} page={concerned.page} pages={concerned.pages} />
        </>
      )}
    </section>
  )
}

/** In one sentence; without names and exact counts for who may not see how people stand. */
async function impactWords({
  changeKind,
  hasUpdateLesson,
  dueOn,
  concerned,
}: ChangePreview): Promise<string> {
  const t = await getTranslations('changes')
  if (concerned.kind === 'counted')
    return concerned.atLeast === 0 ? t('few') : t('about', { count: concerned.atLeast })
  const values = { count: concerned.count, day: (await dayWords())(dueOn) }
  if (changeKind === 'critical') return t('critical', values)
  return hasUpdateLesson ? t('material', values) : t('materialAnew', values)
}

type PeopleProps = {
  readonly people: Extract<ChangePreview['concerned'], { kind: 'named' }>['people']
  readonly personHref: (staffMemberId: string) => string
}

async function People({ people, personHref }: PeopleProps) {
  const t = await getTranslations('changes')
  const words = await getTranslations('people')
  const day = await dayWords()
  return (
    <ul className="space-y-3">
      {people.map(({ staffMemberId, name, role, by, requirement, validThrough }) => (
        <li className="card py-3" key={staffMemberId}>
          <a className="inline-flex min-h-11 items-center font-semibold" href={personHref(staffMemberId)}>
            {name}
          </a>
          <p>{t('owedBy', { role: words(`roles.${role}` as 'roles.nurse'), by: day(by) })}</p>
          <p className="text-muted text-sm">
            {t('owedFor', { requirement })}{' '}
            {validThrough === null ? t('validForGood') : t('validThrough', { day: day(validThrough) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
