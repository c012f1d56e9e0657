import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { LocalContactFacts, type RecordedContact } from '#components/compliance/local-contact-facts'

type Line = {
  readonly contactId: string
  readonly kind: string
  readonly who: string
  readonly advice: string | null
  readonly entered: RecordedContact | null
  readonly state: 'missing' | 'stale' | 'fine'
}

type LocalContactListProps = {
  readonly lines: readonly Line[]
  readonly hrefFor: (contactId: string) => string
}

/** Every contact that a practice finds for itself, with what it entered. */
export function LocalContactList({ lines, hrefFor }: LocalContactListProps) {
  return (
    <ul className="space-y-4">
      {lines.map((line) => (
        <li className="card" key={line.contactId}>
          <ListedContact href={hrefFor(line.contactId)} line={line} />
        </li>
      ))}
    </ul>
  )
}

async function ListedContact({ line, href }: { readonly line: Line; readonly href: string }) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const { kind, who, advice, entered, state } = line
  const deed = entered ? 'change' : 'enter'
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-lg">{kind}</h2>
          <p className="text-muted text-sm">{who}</p>
        </div>
        {state !== 'fine' && (
          <span className="border-notice-line bg-notice rounded-full border px-2.5 py-0.5 text-sm font-medium">
            {t(`contacts.${state}`)}
          </span>
        )}
      </div>
      {entered && <LocalContactFacts contact={entered} day={day} />}
      {!entered && advice && <p className="mt-3 max-w-prose text-sm">{advice}</p>}
      <a aria-label={t(`contacts.${deed}Named`, { kind })} className="button-quiet mt-4" href={href}>
        {t(`contacts.${deed}`)}
      </a>
    </>
  )
}
