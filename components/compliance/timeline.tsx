import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { type TimelineEntry, TimelineNotes } from '#components/compliance/timeline-notes'

type TimelineProps = {
  readonly entries: readonly TimelineEntry[]
  /** Whether there are more than these. */
  readonly hasOlder: boolean
}

/** What was recorded about a person, in words, year by year, the latest first. Years before the last two wait folded. */
export async function Timeline({ entries, hasOlder }: TimelineProps) {
  const t = await getTranslations('practice')
  const years = [...Map.groupBy(entries, ({ on }) => on.slice(0, 4))]
  return (
    <section className="card">
      <h2>{t('person.timeline')}</h2>
      <p className="text-muted mb-3 text-sm">{t('person.timelineHint')}</p>
      {years.map(([year, ofYear], index) => (
        <details key={year} open={index < 2}>
          <summary className="cursor-pointer py-2.5">
            <h3 className="inline">{year}</h3>
          </summary>
          <ol className="border-line mb-3 space-y-3 border-l-2 pl-4">
            {ofYear.map((entry) => (
              <li key={entry.id}>
                <Line entry={entry} />
              </li>
            ))}
          </ol>
        </details>
      ))}
      {hasOlder && <p className="font-medium">{t('person.timelineCut', { most: entries.length })}</p>}
    </section>
  )
}

async function Line({ entry }: { readonly entry: TimelineEntry }) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const words = await factWords(entry)
  const { mending, correctHref } = entry
  return (
    <>
      <span className="text-muted block text-sm">{day(entry.on)}</span>
      {mending ? <s>{words}</s> : words}
      <TimelineNotes entry={entry} />
      {correctHref && (
        <a
          aria-label={t('person.correctNamed', { fact: words, on: day(entry.on) })}
          className="no-print flex min-h-11 w-fit items-center text-sm"
          href={correctHref}
        >
          {t('person.correct')}
        </a>
      )}
    </>
  )
}

/** What was begun or done: a case is a part of a training as a module is. */
const partWords = ({ caseTitle, module }: TimelineEntry) =>
  caseTitle === null ? { part: 'module', module: module ?? '' } : { part: 'case', module: caseTitle }

/** One fact as a sentence. `none` stands for what a fact does not say. */
async function factWords(entry: TimelineEntry): Promise<string> {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const entries = await getTranslations('entries')
  const day = await dayWords()
  const { role, employmentKind, category, corrects } = entry
  return t(`fact.${entry.kind as 'corrected'}`, {
    role: role ? people(`roles.${role as 'nurse'}`) : '',
    kind: employmentKind ? people(`employmentKinds.${employmentKind as 'employee'}`) : 'none',
    location: entry.location ?? 'none',
    ...partWords(entry),
    track: entry.track ?? '',
    version: entry.trackVersion ?? 0,
    requirement: entry.requirement ?? 'none',
    through: entry.through ? day(entry.through) : '',
    category: category ? entries(`category.${category as 'other'}`) : 'none',
    fact: corrects ? entries(`factName.${corrects as 'employed'}`) : '',
    outcome: entry.outcome ?? 'moved',
  } as never)
}
