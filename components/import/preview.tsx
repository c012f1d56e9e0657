import { getTranslations } from 'next-intl/server'
import { Pager } from '#components/compliance/pager'
import type { Returned } from '#components/form/form-parts'
import { ColumnsForm } from '#components/import/columns-form'
import { ConfirmForm } from '#components/import/confirm-form'
import { nameIn, type PlannedLine, PlannedLines } from '#components/import/planned-lines'
import { PreviewCounts, type ShownKind } from '#components/import/preview-counts'
import { type ProblemGroup, ProblemGroups, RowNumbers } from '#components/import/problem-groups'
import {
  type Candidate,
  type OpenRow,
  QuestionsForm,
  type UnknownWord,
} from '#components/import/questions-form'
import type { LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import type { ImportSettings } from '#lib/domain/people/roster-import/import-state'
import type { MissingPlan } from '#lib/domain/people/roster-import/plan-row'

type PreviewFacts = {
  readonly counts: Readonly<Partial<Record<ShownKind | 'undecided' | 'missing', number>>>
  readonly problems: readonly ProblemGroup[]
  readonly unknownWords: readonly UnknownWord[]
  readonly warnings: readonly {
    readonly warning: string
    readonly rows: number
    readonly numbers: readonly number[]
  }[]
  readonly undecided: readonly PlannedLine[]
  readonly candidates: ReadonlyMap<StaffMemberId, Candidate>
  readonly lines: readonly PlannedLine[]
  readonly missing: readonly MissingPlan[]
  readonly invitable: number
}

type PreviewProps = {
  readonly preview: PreviewFacts
  readonly settings: ImportSettings
  readonly sampleRows: readonly (readonly string[])[]
  /** Rows of the file. */
  readonly total: number
  readonly today: LocalDate
  readonly show: ShownKind
  readonly page: number
  readonly linesOnPage: number
  readonly returned: Returned
  readonly to: {
    readonly here: string
    readonly answers: string
    readonly columns: string
    readonly confirmation: string
  }
}

/** What the file would do: questions and problems first, then every row, then the one step that writes. */
export async function Preview(props: PreviewProps) {
  const { preview, settings, today, returned, to } = props
  const { counts } = preview
  const written = (counts.new ?? 0) + (counts.back ?? 0) + (counts.changed ?? 0)
  return (
    <div className="space-y-8">
      <QuestionsForm
        action={to.answers}
        ambiguousDay={preview.problems.find(({ cause }) => cause === 'day-ambiguous')?.texts?.[0] ?? null}
        likelyOrder={settings.likelyOrder}
        returned={returned}
        rows={openRows(preview)}
        words={preview.unknownWords}
      />
      <ProblemGroups problems={preview.problems} settings={settings} />
      <Warnings preview={preview} />
      <Rows {...props} />
      <ConfirmForm
        action={to.confirmation}
        invitable={preview.invitable}
        missing={preview.missing}
        missingTotal={counts.missing ?? 0}
        open={(counts.problem ?? 0) + (counts.undecided ?? 0)}
        returned={returned}
        rows={written}
        today={today}
      />
      <ChangeColumns {...props} />
    </div>
  )
}

function openRows({ undecided, candidates }: PreviewFacts): OpenRow[] {
  return undecided.flatMap(({ number, cells, plan }) => {
    if (plan.kind !== 'undecided') return []
    const known = plan.candidates.flatMap((id) => candidates.get(id) ?? [])
    return [{ number, name: nameIn({ number, cells, plan }), doubt: plan.doubt, candidates: known }]
  })
}

async function Warnings({ preview }: { preview: PreviewFacts }) {
  if (preview.warnings.length === 0) return null
  const t = await getTranslations('imports')
  return (
    <ul className="space-y-2">
      {preview.warnings.map(({ warning, rows, numbers }) => (
        <li className="border-line border-l-4 pl-3" key={warning}>
          {t(`preview.warnings.${warning}` as 'preview.warnings.no-address', { rows })}{' '}
          <span className="text-muted text-sm">
            <RowNumbers numbers={numbers} rows={rows} />
          </span>
        </li>
      ))}
    </ul>
  )
}

async function Rows({ preview, show, page, linesOnPage, total, to }: PreviewProps) {
  const t = await getTranslations('imports')
  const hrefFor = (kind: ShownKind, at = 1) => `${to.here}?show=${kind}${at > 1 ? `&page=${at}` : ''}`
  const pages = Math.max(1, Math.ceil((preview.counts[show] ?? 0) / linesOnPage))
  return (
    <section className="space-y-4">
      <h2>{t('preview.title')}</h2>
      <PreviewCounts chosen={show} counts={preview.counts} hrefFor={(kind) => hrefFor(kind)} rows={total} />
      <PlannedLines caption={t(`preview.kind.${show}`)} lines={preview.lines} />
      <Pager hrefFor={(at) => hrefFor(show, at)} page={Math.min(page, pages)} pages={pages} />
    </section>
  )
}

async function ChangeColumns({ settings, sampleRows, total, returned, to }: PreviewProps) {
  const t = await getTranslations('imports')
  return (
    <details className="card">
      <summary className="min-h-11 cursor-pointer py-2">{t('preview.again')}</summary>
      <div className="mt-3">
        <ColumnsForm
          action={to.columns}
          isAgain
          returned={returned}
          rows={total}
          sampleRows={sampleRows}
          settings={settings}
        />
      </div>
    </details>
  )
}
