import type { Context, OutsideContext } from '#lib/context'
import { pendingSignInStep } from '#lib/domain/access/actor'
import type { Picture } from '#lib/domain/curriculum/picture'
import type { Result } from '#lib/domain/result'
import { withSession, withVisitor } from '#lib/web/context'
import { enterOutside } from '#lib/web/outside'
import { faultResponse, plainResponse, seeOther } from '#lib/web/responses'
import { routes } from '#lib/web/routes'

export type SentFile = {
  readonly bytes: Uint8Array
  /** Neutral, without anybody's name: it stays in a folder of downloads. */
  readonly name: string
  readonly type:
    | 'text/csv; charset=utf-8'
    | 'text/plain; charset=utf-8'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/pdf'
    | 'text/calendar; charset=utf-8'
}

type Refused = 'not-found' | 'too-many-files'
type Make<File> = (context: Context) => Promise<Result<File, Refused>>

/** One GET that answers with a file for whoever is signed in. Without a session it sends to the sign-in page. */
export function fileResponse(request: Request, make: Make<SentFile>): Promise<Response> {
  return respond(request, make, attachment)
}

/** The same for a picture of a page. */
export function pictureResponse(request: Request, make: Make<Picture>): Promise<Response> {
  return respond(request, make, inPage)
}

/** The same for a picture of a draft, which may be another one under its name tomorrow. The server adds a sandbox. */
export function draftPictureResponse(request: Request, make: Make<Picture>): Promise<Response> {
  return respond(request, make, inDraft)
}

/** The same for somebody who reads the draft from outside; to everybody else there is no such picture. */
export async function outsidePictureResponse(
  request: Request,
  make: (context: OutsideContext) => Promise<Result<Picture, 'not-found'>>,
): Promise<Response> {
  try {
    return await withVisitor(request.headers, async (visitor) => {
      const context = await enterOutside(visitor, request.headers)
      const picture = context && (await make(context))
      return picture?.ok ? inDraft(picture.value) : plainResponse(request, 404, 'not-found')
    })
  } catch (fault) {
    return faultResponse(fault, request)
  }
}

/** What somebody else sent us. Checked or not, no page of ours ever shows it. */
export type UntrustedFile = {
  readonly bytes: Uint8Array
  readonly kind: 'pdf' | 'png' | 'jpeg'
}

/** The same for a file that came from outside: to be kept, never to be opened under our name. */
export function untrustedFileResponse(request: Request, make: Make<UntrustedFile>): Promise<Response> {
  return respond(request, make, sandboxed)
}

/** The same for what is answered only after the transaction that let it leave has ended. */
export async function admitted<Let>(
  request: Request,
  make: Make<Let>,
  answer: (value: Let) => Promise<Response>,
): Promise<Response> {
  let value: { readonly let: Let } | undefined
  const refused = await respond(request, make, (made) => {
    value = { let: made }
    return new Response()
  })
  if (!value) return refused
  try {
    return await answer(value.let)
  } catch (fault) {
    return faultResponse(fault, request)
  }
}

async function respond<File>(
  request: Request,
  make: Make<File>,
  answer: (file: File) => Response,
): Promise<Response> {
  try {
    return await withSession(request.headers, async (context) => {
      if (!context) return seeOther(routes.signIn)
      const step = pendingSignInStep(context.actor)
      if (step) return seeOther(step === 'show-code' ? routes.secondFactorCode : routes.secondFactor)
      const file = await make(context)
      return file.ok ? answer(file.value) : refused(request, file.refusal)
    })
  } catch (fault) {
    return faultResponse(fault, request)
  }
}

function refused(request: Request, refusal: Refused): Response {
  if (refusal === 'not-found') return plainResponse(request, 404, refusal)
  const response = plainResponse(request, 429, refusal)
  response.headers.set('retry-after', '30')
  return response
}

function attachment({ bytes, name, type }: SentFile): Response {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  }
  return new Response(new Uint8Array(bytes), { headers })
}

/** A published picture never changes and says nothing about who looks at it, so that the reader's own browser may keep it. */
function inPage({ bytes, contentType }: Picture): Response {
  const headers = {
    'content-type': contentType,
    'content-disposition': 'inline',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  }
  return new Response(bytes, { headers })
}

function inDraft(picture: Picture): Response {
  const response = inPage(picture)
  response.headers.set('cache-control', 'private, no-store')
  return response
}

const untrusted = {
  pdf: { type: 'application/pdf', name: 'certificate.pdf' },
  png: { type: 'image/png', name: 'certificate.png' },
  jpeg: { type: 'image/jpeg', name: 'certificate.jpg' },
} as const

/** The server adds the policy of a sandbox: whatever opens it all the same may run, load and embed nothing. */
function sandboxed({ bytes, kind }: UntrustedFile): Response {
  const { type, name } = untrusted[kind]
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
  return new Response(new Uint8Array(bytes), { headers })
}
