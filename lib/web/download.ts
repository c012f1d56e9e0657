import type * as z from 'zod'
import type { Context } from '#lib/context'
import { pendingSignInStep } from '#lib/domain/access/actor'
import { type Result, refuse } from '#lib/domain/result'
import { withSession } from '#lib/web/context'
import { faultResponse, plainResponse, seeOther } from '#lib/web/responses'
import { routes } from '#lib/web/routes'

/** `name` never carries a person or the topic: the file lies in a folder that others see. */
type ServedFile = { readonly body: BodyInit; readonly type: string; readonly name: string }

type Download<Input, Value> = {
  /** The address's query and parameters together. What does not fit is answered like what does not exist. */
  readonly input: z.ZodType<Input>
  readonly run: (context: Context, input: Input) => Promise<Result<Value, 'not-found'>>
  readonly file: (value: Value) => ServedFile
}

/** One GET that answers with a file for whoever is signed in, and that no cache keeps. */
export function download<Input, Value>(deed: Download<Input, Value>) {
  return async (request: Request, segment: { params: Promise<object> }): Promise<Response> => {
    try {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      const input = deed.input.safeParse({ ...query, ...(await segment.params) })
      const found = await asSignedIn(request, (context) =>
        input.success ? deed.run(context, input.data) : Promise.resolve(refuse('not-found')),
      )
      if (found instanceof Response) return found
      return found.ok ? served(deed.file(found.value)) : plainResponse(404, 'not-found')
    } catch (fault) {
      return faultResponse(fault, request)
    }
  }
}

function asSignedIn<Value>(
  request: Request,
  work: (context: Context) => Promise<Value>,
): Promise<Value | Response> {
  return withSession(request.headers.get('cookie'), async (context) => {
    if (!context) return seeOther(routes.signIn)
    const step = pendingSignInStep(context.actor)
    if (step === null) return work(context)
    return seeOther(step === 'show-code' ? routes.secondFactorCode : routes.secondFactor)
  })
}

function served({ body, type, name }: ServedFile): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}
