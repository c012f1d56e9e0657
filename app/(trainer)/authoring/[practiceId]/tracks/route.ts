import * as z from 'zod'
import { publishTrack } from '#lib/use-cases/authoring/publish-track'
import { readPlaces, trackFields, trackId, trackPlaces } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, newTrack: trackId, ...trackFields, ...trackPlaces })
    .transform(({ newTrack, trackTitle: title, trackSummary: summary, ...form }) => ({
      ...form,
      trackId: newTrack,
      after: 0,
      title,
      summary,
    })),
  read: readPlaces,
  run: publishTrack,
  redirectTo: (_, input) => routes.authoring(input.practiceId),
  notice: () => 'track-published',
  formPage: ({ practiceId: practice = '' }) => routes.newTrack(practice),
})
