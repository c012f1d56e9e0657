import { feedResponse } from '#lib/web/calendar-feed'

export async function GET(
  request: Request,
  { params }: RouteContext<'/calendar/[token]'>,
): Promise<Response> {
  return feedResponse(request, (await params).token)
}
