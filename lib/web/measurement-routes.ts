import { to } from '#lib/web/address'

/** Of the pages about quizzes: their figures, and scoring again with a corrected key. */
export const measurementRoutes = {
  statistics: (practiceId: string) => to`/practice/${practiceId}/statistics`,
  statisticsSharing: (practiceId: string) => to`/practice/${practiceId}/statistics/sharing`,
  quizStatistics: (practiceId: string, moduleVersionId: string) =>
    to`/practice/${practiceId}/statistics/of/${moduleVersionId}`,
  quizStatisticsFile: (practiceId: string, moduleVersionId: string) =>
    to`/practice/${practiceId}/statistics/of/${moduleVersionId}/file`,
  regrades: (practiceId: string) => to`/practice/${practiceId}/regrades`,
  newRegrade: (practiceId: string, moduleVersionId: string) =>
    to`/practice/${practiceId}/regrades/of/${moduleVersionId}`,
  regradeRuns: (practiceId: string, moduleVersionId: string) =>
    to`/practice/${practiceId}/regrades/of/${moduleVersionId}/runs`,
  regrade: (practiceId: string, runId: string) => to`/practice/${practiceId}/regrades/${runId}`,
  regradedPerson: (practiceId: string, runId: string, submissionId: string) =>
    to`/practice/${practiceId}/regrades/${runId}/people/${submissionId}`,
  regradeDecision: (practiceId: string, runId: string, submissionId: string) =>
    to`/practice/${practiceId}/regrades/${runId}/people/${submissionId}/decision`,
}
