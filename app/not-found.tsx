import { NotFound } from '#components/layout/not-found'
import { notFoundWords } from '#lib/web/fault-words'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('not-found')

/**
 * One answer for what does not exist and what is not yours to see. The framework draws this page along with every other
 * page, so it asks nothing of anybody: it does not even know who is looking.
 */
export default function NotFoundPage() {
  return <NotFound words={notFoundWords} />
}
