import { faultPage } from '#lib/web/responses'

/** Where a page that failed leads to: says so, with the status of a fault, and where to try again. */
export function GET(request: Request): Response {
  return faultPage(request, new URL(request.url).searchParams.get('from'))
}
