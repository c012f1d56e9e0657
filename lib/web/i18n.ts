import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { languageOf } from '#lib/web/language'
import { messages } from '#lib/web/messages'

export default getRequestConfig(async () => {
  const locale = languageOf(await headers())
  return {
    locale,
    messages: messages[locale],
    // Days are written out from LocalDates, which have no zone; asking the machine for its own costs time on every request.
    timeZone: 'UTC',
  }
})
