import * as z from 'zod'
import { blockKeyPattern } from '#lib/domain/authoring/review/block-key'

/** The key of a block in an address. */
export const block = z.string().regex(blockKeyPattern)

/** As the database bounds it. Control signs that draw nothing, or turn what stands beside them round, are left out. */
export const comment = z
  .string('words-missing')
  .max(20_000, 'comment-too-long')
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n\t]/gu, '')
      .trim(),
  )
  .pipe(z.string().min(1, 'words-missing').max(2000, 'comment-too-long'))

const number = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number)

/** The comment that is answered; "new" for one that begins. */
export const answerTo = z
  .union([z.literal('new').transform(() => null), number])
  .optional()
  .transform((thread) => thread ?? null)

export const settlement = {
  thread: number,
  isSettled: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
}
