import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import type { Effort } from '#tests/bench/measure/compare'

export const parts = [
  'start',
  'memory',
  'weight',
  'lesson',
  'attempt',
  'attempts',
  'dashboard',
  'import',
  'engine',
  'authoring',
  'scale',
] as const
export type Part = (typeof parts)[number]

/** Whether a part asks the app that is started once for all of them. */
export function needsApp(part: Part): boolean {
  return part !== 'engine' && part !== 'scale'
}

/** Whether a part compares Beacon with the bare app. */
export const needsBare = (part: Part): boolean => ['weight', 'lesson', 'attempt'].includes(part)

/** Takes an hour and 15 GB: only by its name. */
const byNameOnly: readonly Part[] = ['scale']
const scaleSizes = '1000,10000,100000,1000000'

export type Options = {
  readonly parts: readonly Part[]
  readonly quick: boolean
  /** Beacon's; the bare app has the next one. */
  readonly port: number
  /** Where the figures go, as JSON. */
  readonly out: string
  /** Assignments in each database of the part `scale`, the fewest first. */
  readonly sizes: readonly number[]
}

export const usage = `npm run bench -- [--quick] [--port=4500] [--out=FILE] [--sizes=${scaleSizes}] [${parts.join('] [')}]`

/** Undefined where the words are not understood. */
export function optionsFrom(words: readonly string[]): Options | undefined {
  const named = words.filter((word) => !word.startsWith('--'))
  const chosen = parts.filter((part) => named.includes(part))
  const options = Object.fromEntries(
    words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')),
  )
  const { quick, port = '4500', out = 'tests/.output/bench.json', sizes = scaleSizes, ...unknown } = options
  const isSound = Object.keys(unknown).length === 0 && chosen.length === named.length && Number(port) > 0
  if (!isSound) return undefined
  return {
    parts: chosen.length > 0 ? chosen : parts.filter((part) => !byNameOnly.includes(part)),
    quick: quick !== undefined || words.includes('--quick'),
    port: Number(port),
    out: path.resolve(checkout, out),
    sizes: sizes.split(',').map(Number),
  }
}

type Efforts = { readonly lesson: Effort; readonly attempt: Effort; readonly dashboard: Effort }

/** How long each part works. The quick way only shows that everything runs; its figures are rough. */
export function effortsOf({ quick }: Options): Efforts {
  if (quick) {
    return {
      lesson: { rounds: 1, limit: { seconds: 3 }, warmUp: { seconds: 4 } },
      attempt: { rounds: 1, limit: { times: 8 }, warmUp: { times: 8 } },
      dashboard: { rounds: 1, limit: { times: 10 }, warmUp: { times: 5 } },
    }
  }
  return {
    lesson: { rounds: 4, limit: { seconds: 8 }, warmUp: { seconds: 15 } },
    attempt: { rounds: 3, limit: { times: 64 }, warmUp: { times: 64 } },
    dashboard: { rounds: 1, limit: { times: 200 }, warmUp: { times: 50 } },
  }
}
