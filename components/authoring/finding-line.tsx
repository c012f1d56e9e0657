import { getTranslations } from 'next-intl/server'
import type { FindingPlace, GateFinding } from '#lib/domain/authoring/gates'

type FindingProps = { readonly finding: GateFinding; readonly href: string | null }

/** One finding: the place as people call it, what is wrong in the reader's language, and the way to mend it. */
export async function FindingLine({ finding, href }: FindingProps) {
  const t = await getTranslations('gates')
  const { line, file, values } = finding
  const place = await placeWords(finding)
  return (
    <li className="border-line border-l-4 pl-3">
      <p className="text-muted text-sm break-words">
        {place}
        {file.endsWith('.mdx') && `, ${t('line', { line })}`}
      </p>
      <FindingWords finding={finding} />
      {values['words'] && <p className="max-w-prose">{t('found', { words: values['words'] })}</p>}
      {values['instead'] && <p className="max-w-prose">{t('instead', { instead: values['instead'] })}</p>}
      {href && (
        <a aria-label={`${t('mend')}: ${place}`} className="inline-flex min-h-11 items-center" href={href}>
          {t('mend')}
        </a>
      )}
    </li>
  )
}

type WordsProps = { readonly finding: Pick<GateFinding, 'code' | 'values' | 'message'> }

/** What is wrong, in the reader's language as far as it has words for it. */
export async function FindingWords({ finding: { code, values, message } }: WordsProps) {
  const t = await getTranslations('gates.finding')
  if (code !== null && t.has(code as never)) {
    return <p className="max-w-prose">{t(code as 'file-missing', values as never)}</p>
  }
  // The pipeline says in English what to mend, as it does to whoever writes files.
  return (
    <p className="max-w-prose" lang="en">
      {message}
    </p>
  )
}

async function placeWords({ place, translation, file }: GateFinding): Promise<string> {
  const t = await getTranslations('gates')
  const values = { number: 'number' in place ? place.number : 0, file: file.split('/').at(-1) ?? file }
  const words = t(`place.${place.kind satisfies FindingPlace['kind']}`, values)
  return translation === null ? words : t('translated', { place: words, language: translation })
}
