import { wordsOf } from '#components/ui/words'
import type { TrackProgress } from '#lib/domain/training/track-progress'

/** How much of a training is done, and about how long the rest takes. */
export async function progressWords(progress: TrackProgress): Promise<string> {
  const t = await wordsOf('training')
  const { lessons, lessonsFinished, cases, casesFinished, minutesLeft: minutes } = progress
  const done = t('lessonsDone', { finished: lessonsFinished, count: lessons })
  if (cases.length === 0) return `${done}. ${t('minutesLeft', { minutes })}.`
  const played = t('casesDone', { finished: casesFinished, count: cases.length })
  return `${done}. ${played}. ${t('minutesLeftWithCases', { minutes })}.`
}
