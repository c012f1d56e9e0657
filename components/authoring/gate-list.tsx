import { getTranslations } from 'next-intl/server'
import { FindingLine } from '#components/authoring/finding-line'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { AdvisoryGate, FindingPlace, GateFinding, GateResult } from '#lib/domain/authoring/gates'

export type GateListProps = {
  readonly gates: readonly GateResult[]
  /** Where the author mends what stands at a place; null where there is no page for it, or nothing to be changed. */
  readonly hrefFor: (place: FindingPlace) => string | null
  /** Names of the fields that take the reasons; none where it cannot be published now. */
  readonly reasonFields: Readonly<Record<AdvisoryGate, string>> | null
  readonly returned: Returned
}

const groups = ['blockedTitle', 'advisedTitle', 'unknownTitle', 'passedTitle'] as const

function groupOf({ count, isKnown, severity }: GateResult): (typeof groups)[number] {
  if (count === 0) return isKnown ? 'passedTitle' : 'unknownTitle'
  return severity === 'blocking' ? 'blockedTitle' : 'advisedTitle'
}

/** Every gate with what it found, what must be mended first coming first, the passed ones last. */
export async function GateList({ gates, ...rest }: GateListProps) {
  const t = await getTranslations('gates')
  return groups.map((group) => {
    const held = gates.filter((gate) => groupOf(gate) === group)
    if (held.length === 0) return null
    return (
      <section aria-labelledby={group} className="mb-8" key={group}>
        <h2 className="mb-3 text-xl" id={group}>
          {t(group)}
        </h2>
        {group === 'unknownTitle' && <p className="mb-3">{t('unknown')}</p>}
        <ul className="space-y-3">
          {held.map((gate) => (
            <Gate gate={gate} key={gate.gate} {...rest} />
          ))}
        </ul>
      </section>
    )
  })
}

const keyOf = ({ file, line, column, code, message }: GateFinding) =>
  `${file}:${line}:${column}:${code}:${message}`

type GateProps = Omit<GateListProps, 'gates'> & { readonly gate: GateResult }

async function Gate({ gate: result, hrefFor, reasonFields, returned }: GateProps) {
  const t = await getTranslations('gates')
  const { gate, findings, count, reason, isKnown } = result
  const field =
    count > 0 && reasonFields && Object.hasOwn(reasonFields, gate) ? reasonFields[gate as AdvisoryGate] : null
  return (
    <li className="card" data-gate={gate}>
      <h3 className="text-lg">
        {count === 0 && isKnown && <span aria-hidden="true">✓ </span>}
        {t(`gate.${gate}.name`)}
      </h3>
      <p className="text-muted max-w-prose text-sm">{t(`gate.${gate}.says`)}</p>
      {findings.length > 0 && (
        <ul className="mt-3 space-y-3">
          {findings.map((finding) => (
            <FindingLine finding={finding} href={hrefFor(finding.place)} key={keyOf(finding)} />
          ))}
        </ul>
      )}
      {count > findings.length && <p className="mt-2">{t('more', { count: count - findings.length })}</p>}
      {reason && <p className="mt-3 max-w-prose">{t('reasonKept', { reason })}</p>}
      {field && (
        <div className="mt-4">
          <TextArea label={t('reason')} name={field} returned={returned} rows={2} />
        </div>
      )}
    </li>
  )
}
