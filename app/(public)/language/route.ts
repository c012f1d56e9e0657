import * as z from 'zod'
import { languages } from '#lib/domain/language'
import { chooseLanguage } from '#lib/use-cases/account/choose-language'
import { openCommand } from '#lib/web/command'
import { languageThrottles } from '#lib/web/kept-form-throttles'
import { languageCookie } from '#lib/web/language'
import { pageBefore } from '#lib/web/return-path'
import { routes } from '#lib/web/routes'

/** Goes on in another language, on the page where that was asked for. */
export const POST = openCommand({
  // `place`: the block of a lesson at the top of the screen, where a script can tell.
  input: z.strictObject({
    language: z.enum(languages),
    place: z
      .string()
      .regex(/^block-\d{1,5}$/)
      .optional(),
  }),
  run: chooseLanguage,
  throttle: ({ request }) => languageThrottles(request),
  cookies: async (_value, { language }) => [languageCookie(language)],
  redirectTo: (_value, { place }, request) => pageBefore(request.headers.get('referer'), place),
  formPage: () => routes.home,
})
