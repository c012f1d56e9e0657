import { getRequestConfig } from 'next-intl/server'
import { messages } from '#lib/web/messages'

/** English only so far. The language will come from the person, and from a cookie before anybody is known. */
export default getRequestConfig(async () => ({
  locale: 'en',
  messages: messages.en,
  // Days are written out from LocalDates, which have no zone; asking the machine for its own costs time on every request.
  timeZone: 'UTC',
}))
