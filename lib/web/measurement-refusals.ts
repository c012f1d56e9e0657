import type { ChangeSharingRefusal } from '#lib/use-cases/authoring/change-statistics-sharing'
import type { RegradeRefusal } from '#lib/use-cases/authoring/regrade-submissions'
import type { DecideRegradeRefusal } from '#lib/use-cases/practice/decide-regrade'

export type MeasurementRefusal = ChangeSharingRefusal | DecideRegradeRefusal | RegradeRefusal
