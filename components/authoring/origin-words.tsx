import { getTranslations } from 'next-intl/server'

type Copy = {
  readonly originVersionId: string | null
  readonly originPractice: string | null
  readonly newerOrigin: number | null
}

/** What a copy says of the text that it was made of, and of a later version of it; null where there is nothing to say. */
export async function originWords({ originVersionId, originPractice: practice, newerOrigin }: Copy) {
  const t = await getTranslations('authoring')
  const network = await getTranslations('network.origin')
  if (originVersionId === null) return { copyOf: null, newer: null, news: '' }
  if (practice === null) {
    return {
      copyOf: t('copyOf', { origin: originVersionId }),
      newer: newerOrigin === null ? null : t('newerOrigin', { version: newerOrigin }),
      news: t('originNews'),
    }
  }
  const version = Number(originVersionId.split('@')[1])
  return {
    copyOf: network('copyOf', { version, practice }),
    newer: newerOrigin === null ? null : network('newer', { practice, version: newerOrigin }),
    news: network('newsLink', { practice }),
  }
}
