import { giftText } from '#lib/content/items/gift-signs'
import type { QuizEntry, QuizFile } from '#lib/content/quiz-schema'

/** An item that the format cannot say, and why. */
export type LeftOut = {
  readonly id: string
  readonly reason: 'ordering' | 'arrow-in-prompt' | 'percent-before-option'
}

type OfKind<Kind extends QuizEntry['kind']> = Extract<QuizEntry, { kind: Kind }>

const share = /^%-*\d{1,2}\.?\d*%/

function reasonToLeaveOut(item: QuizEntry): LeftOut['reason'] | undefined {
  if (item.kind === 'ordering') return 'ordering'
  if (item.kind === 'matching')
    return item.prompts.some(({ text }) => text.includes('->')) ? 'arrow-in-prompt' : undefined
  return item.options.some(({ text }) => share.test(text)) ? 'percent-before-option' : undefined
}

/** Shares that Moodle knows; ticking a wrong option takes everything away, as no part marks are given here. */
const shareOf = (rightOnes: number) => String(Number((100 / rightOnes).toFixed(5)))

function tickedLines({ kind, options }: OfKind<'single'> | OfKind<'multiple'>): readonly string[] {
  const rightOnes = options.filter(({ correct }) => correct).length
  return options.map(({ text, correct, rationale }) => {
    const single = correct ? '=' : '~'
    const multiple = correct ? `~%${shareOf(rightOnes)}%` : '~%-100%'
    return `\t${kind === 'single' ? single : multiple}${giftText(text)}#${giftText(rationale)}`
  })
}

/** Pairs, then the options that go with nothing. The reasons stand together at the end, since a pair has no place for one. */
function matchingLines({ prompts, options }: OfKind<'matching'>): readonly string[] {
  const textOf = (letter: string) => options.find(({ id }) => id === letter)?.text ?? ''
  const idle = options.filter(({ id }) => prompts.every(({ option }) => option !== id))
  const reasons = [...prompts, ...idle].map(({ rationale }) => giftText(rationale ?? ''))
  return [
    ...prompts.map(({ text, option }) => `\t=${giftText(text)} -> ${giftText(textOf(option))}`),
    ...idle.map(({ text }) => `\t= -> ${giftText(text)}`),
    `\t####[plain]${reasons.join(String.raw`\n`)}`,
  ]
}

const note = (id: string, tags: readonly string[]) =>
  `// [id:${id}] ${tags.map((tag) => `[tag:${tag}]`).join(' ')}`.trimEnd()

const question = (
  id: string,
  stem: string,
  tags: readonly string[],
  answers: readonly string[] | undefined,
) =>
  [
    note(id, tags),
    `::${id}::[plain]${giftText(stem).replace(/^\[plain\]/, '')}${answers ? ' {' : ''}`,
    ...(answers ? [...answers, '}'] : []),
    '',
  ].join('\n')

function itemText(item: Exclude<QuizEntry, { kind: 'ordering' }>): string {
  const tags = [
    `objective:${item.objective}`,
    `bloom:${item.bloom}`,
    `source:${item.source}`,
    `state:${item.state}`,
    ...(item.mustPass ? ['must-pass'] : []),
    ...(item.vignette === undefined ? [] : [`vignette:${item.vignette}`]),
  ]
  return question(
    item.id,
    item.stem,
    tags,
    item.kind === 'matching' ? matchingLines(item) : tickedLines(item),
  )
}

/**
 * The items of a quiz in GIFT, for Moodle: options with their reasons as feedback, what is ours alone as tags in comments, a
 * vignette as a description before the items. Says which items the format cannot carry. Of the others it carries all but the
 * letters of the options, which are given anew in their order, and in a matching the order of the options.
 */
export function giftFile({ items, vignettes }: QuizFile): {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
} {
  const leftOut = items.flatMap((item) => {
    const reason = reasonToLeaveOut(item)
    return reason ? [{ id: item.id, reason }] : []
  })
  const questions = items.flatMap((item) =>
    item.kind === 'ordering' || leftOut.some(({ id }) => id === item.id) ? [] : [itemText(item)],
  )
  const shared = vignettes.map(({ id, text }) => question(id, text, ['vignette'], undefined))
  return { text: [...shared, ...questions].join('\n'), leftOut }
}
