import { stringify } from 'yaml'
import { benchSource, blockAsMdx } from '#tests/bench/fixture/content-folder'
import { lessonBlocks } from '#tests/bench/fixture/lesson-text'
import { bank } from '#tests/support/authoring'

type File = { readonly path: string; readonly text: string }

/** The bench's lesson again and again, each check by a name of its own, until it has so many words. */
export function lessonOf(words: number): string {
  const blocks: string[] = []
  for (let count = 0, place = 0; count < words; place += 1) {
    const block = lessonBlocks[place % lessonBlocks.length]
    if (!block) break
    const text = blockAsMdx(block, place)
    blocks.push(text)
    count += text.split(/\s+/).length
  }
  return blocks.join('\n\n')
}

export type ModuleWish = {
  readonly lessons: number
  /** Of each. */
  readonly words: number
  readonly version?: number
  /** Ends the first lesson. */
  readonly marker?: string
}

const objectives = ['o1', 'o2', 'o3']
export const fileOf = (lesson: number) => `part-${lesson}`

/** A module as a practice writes it: lessons of that length, and the smallest quiz that can be published. */
export function moduleFiles({ lessons, words, version = 1, marker }: ModuleWish): File[] {
  const numbers = Array.from({ length: lessons }, (_, index) => index + 1)
  const text = lessonOf(words)
  const about = {
    id: 'bench-draft',
    title: 'Messages that arrive',
    summary: 'How a practice passes on what it hears.',
    minutes: Math.min(60, lessons * 3),
    objectives: objectives.map((id, index) => ({
      id,
      text: `Close the seams of messages, part ${index + 1}`,
    })),
  }
  const facts = {
    version,
    changeKind: version === 1 ? 'initial' : 'editorial',
    language: 'en',
    passMarkPercent: 80,
    draw: 6,
    reviewers: [],
    reviewNote: 'The bench publishes it.',
    lessons: numbers.map((number) => ({
      id: `l${number}`,
      file: `lessons/${fileOf(number)}.mdx`,
      title: `Part ${number}`,
      minutes: 3,
      objectives: [objectives[(number - 1) % objectives.length]],
      sources: [benchSource],
    })),
  }
  const folder = `v${version}`
  return [
    { path: 'module.yaml', text: stringify(about) },
    { path: `${folder}/version.yaml`, text: stringify(facts, { lineWidth: 0 }) },
    { path: `${folder}/quiz.yaml`, text: bank(objectives).replaceAll('our-plan', benchSource) },
    ...numbers.map((number) => ({
      path: `${folder}/lessons/${fileOf(number)}.mdx`,
      text: number === 1 && marker ? `${text}\n\n${marker}\n` : `${text}\n`,
    })),
  ]
}
