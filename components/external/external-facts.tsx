import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dayWords } from '#components/compliance/day-words'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import type { ExternalEntry } from '#lib/domain/external/external-entry'

type ExternalFactsProps = {
  readonly entry: ExternalEntry
  /** Null to the person themself. */
  readonly personHref: string | null
  readonly fileHref: string
  /** Names of the requirements that it is to count for. */
  readonly requirements: readonly string[]
}

/** What is said, by whom, and the paper to keep. */
export async function ExternalFacts(props: ExternalFactsProps) {
  const { entry, personHref, requirements } = props
  const t = await getTranslations('external')
  const day = await dayWords()
  const on = day(entry.recordedOn)
  return (
    <dl className="card space-y-3">
      {personHref !== null && (
        <Fact name={t('facts.person')}>
          <a href={personHref}>{entry.name}</a>
        </Fact>
      )}
      <Fact name={t(entry.source === 'practice' ? 'facts.practice' : 'facts.provider')}>
        {entry.provider}
      </Fact>
      <Fact name={t('facts.training')}>{entry.title}</Fact>
      <Fact name={t('facts.completedOn')}>{day(entry.completedOn)}</Fact>
      <Fact name={t('facts.validThrough')}>
        {entry.validThrough ? day(entry.validThrough) : t('facts.noEnd')}
      </Fact>
      {entry.hours !== null && <Fact name={t('facts.hours')}>{String(entry.hours)}</Fact>}
      {entry.courseNumber !== null && <Fact name={t('facts.courseNumber')}>{entry.courseNumber}</Fact>}
      {requirements.length > 0 && <Fact name={t('facts.requirements')}>{requirements.join(', ')}</Fact>}
      <Source {...props} />
      <Fact name={t('facts.recordedOn')}>{recordedWords(t, entry, on)}</Fact>
    </dl>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'external'>>>

function recordedWords(
  t: Words,
  { recordedBy, personId, recordedByName }: ExternalEntry,
  on: string,
): string {
  if (recordedBy === personId) return t('facts.recordedOwn', { on })
  return recordedByName === null
    ? t('facts.recordedGone', { on })
    : t('facts.recordedBy', { on, name: recordedByName })
}

async function Source({ entry, fileHref }: ExternalFactsProps) {
  const t = await getTranslations('external')
  if (entry.source === 'practice') {
    return (
      <>
        <Fact name={t('facts.certificateNumber')}>
          <span className="font-mono break-all">{printCertificateNumber(entry.certificateNumber)}</span>
        </Fact>
        <Fact name={t('facts.modules')}>
          <ul className="list-disc pl-5">
            {entry.modules.map(({ title, version }) => (
              <li key={`${title} ${version}`}>{t('facts.moduleVersion', { title, version })}</li>
            ))}
          </ul>
        </Fact>
      </>
    )
  }
  return (
    <>
      <Fact name={t('facts.file')}>
        <a className="inline-flex min-h-11 items-center" download href={fileHref}>
          {t('facts.download', { kind: entry.fileKind.toUpperCase() })}
        </a>
        {entry.metadataRemoved && <span className="text-muted block text-sm">{t('facts.cleaned')}</span>}
      </Fact>
      <Fact name={t('facts.fingerprint')}>
        <span className="font-mono text-sm break-all">{entry.sha256}</span>
      </Fact>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:flex sm:gap-3">
      <dt className="text-muted sm:w-44 sm:shrink-0">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
