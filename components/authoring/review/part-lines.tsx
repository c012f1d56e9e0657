import { getTranslations } from 'next-intl/server'
import { caseWording } from '#components/case-draft/case-wording'
import type { NodeName } from '#lib/domain/authoring/case-names'
import type { Line, ReviewPart } from '#lib/domain/authoring/review/review-part'

type PartLinesProps = {
  readonly part: ReviewPart
  /** What people call the scenes of the case that it belongs to. */
  readonly nodeNames: readonly NodeName[]
}

/** What the file of a case says by a name of its own. */
const caseKinds = [
  { label: 'judgment', kind: 'judgment' },
  { label: 'outcome', kind: 'outcome' },
  { label: 'next', kind: 'node' },
] as const

/** An item, a case node or what a module says of itself, line by line: what is right says so in words. */
export async function PartLines({ part, nodeNames }: PartLinesProps) {
  const t = await getTranslations('review')
  const wording = await caseWording(nodeNames)
  const textOf = ({ label, text }: Line) => {
    const kind = caseKinds.find((each) => each.label === label)?.kind
    if (kind) return wording.value(kind, text)
    return label === 'mustPass' ? t('yes') : text
  }
  return (
    <dl className="max-w-prose space-y-3">
      {part.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <div className={line.isRight ? 'border-good bg-good-soft rounded-lg border-l-4 p-2' : ''} key={index}>
          <dt className="text-muted text-sm">
            {t(`line.${line.label}`)}
            {line.of !== null && ` ${wording.value('skill', line.of)}`}
            {line.isRight && <strong className="text-good">{` · ${t('right')}`}</strong>}
            {line.isRight === false && ` · ${t('notRight')}`}
          </dt>
          <dd>
            <span className="wrap-anywhere whitespace-pre-line">{textOf(line)}</span>
            {line.rationale !== null && (
              <span className="text-muted block text-sm">{t('rationale', { text: line.rationale })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
