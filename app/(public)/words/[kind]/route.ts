import { languageOf } from '#lib/web/language'
import { plainResponse } from '#lib/web/responses'
import { isWordsKind, wordsStyle } from '#lib/web/words-in-style'

/** The words of a page that is not there, for browsers without JavaScript. */
export async function GET(request: Request, { params }: RouteContext<'/words/[kind]'>): Promise<Response> {
  const { kind } = await params
  if (!isWordsKind(kind)) return plainResponse(request, 404, 'not-found')
  return new Response(wordsStyle(kind, languageOf(request.headers)), {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'private, max-age=3600',
      vary: 'cookie, accept-language',
    },
  })
}
