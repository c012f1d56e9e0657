import { viewVerificationKeys } from '#lib/use-cases/certificates/view-verification-keys'
import { faultResponse } from '#lib/web/responses'

/** Asked by programs of whoever keeps certificates; the keys change seldom, and a new one must be seen soon. */
export async function GET(request: Request): Promise<Response> {
  try {
    const keys = await viewVerificationKeys()
    return Response.json(keys, {
      headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' },
    })
  } catch (fault) {
    return faultResponse(fault, request)
  }
}
