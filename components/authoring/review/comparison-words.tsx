import { getTranslations } from 'next-intl/server'
import type { LocalDate } from '#lib/domain/calendar'

type Compared =
  | { readonly kind: 'version'; readonly number: number }
  | { readonly kind: 'round'; readonly round: number; readonly on: LocalDate }
  | { readonly kind: 'origin'; readonly practice: string | null }
  | {
      readonly kind: 'library'
      readonly number: number
      readonly to: number
      readonly practice: string | null
    }

/** The words of what a draft is compared with: of the library's text, or of another practice's. */
export async function comparisonWords(dayOf: (on: LocalDate) => string) {
  const t = await getTranslations('differences')
  const network = await getTranslations('network.origin')
  const practiceOf = (compared: Compared) => ('practice' in compared ? compared.practice : null)
  return {
    label(compared: Compared): string {
      switch (compared.kind) {
        case 'version':
          return t('with.version', { number: compared.number })
        case 'round':
          return t('with.round', { round: compared.round, on: dayOf(compared.on) })
        case 'origin':
          return compared.practice === null
            ? t('with.origin')
            : network('text', { practice: compared.practice })
        case 'library': {
          const span = { from: compared.number, to: compared.to }
          return compared.practice === null
            ? t('with.library', span)
            : network('changes', { ...span, practice: compared.practice })
        }
      }
    },
    news(compared: Compared): string {
      const practice = practiceOf(compared)
      return practice === null ? t('news') : network('news', { practice })
    },
    notThere(compared: Compared): string {
      const practice = practiceOf(compared)
      return practice === null ? t('notThere') : network('notThere', { practice })
    },
  }
}
