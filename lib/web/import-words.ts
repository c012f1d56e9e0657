import type { ImportField } from '#lib/domain/people/roster-import/columns'
import type { ImportStage } from '#lib/domain/people/roster-import/import-state'
import type { RowCause } from '#lib/domain/people/roster-import/imported-row'
import type { Doubt } from '#lib/domain/people/roster-import/match-row'
import type { RowPlan, RowWarning } from '#lib/domain/people/roster-import/plan-row'
import words from './messages/en/imports.json' with { type: 'json' }

// The compiler counts: a stage, a cause, a doubt or a field that has no English words is an error on its line.
words.stage satisfies Record<ImportStage, string>
words.problems satisfies Record<RowCause, { what: string; mend: string }>
words.questions.doubt satisfies Record<Doubt, string>
words.columns.fields satisfies Record<ImportField, string>
words.preview.kind satisfies Record<RowPlan['kind'], string>
words.preview.leftOut satisfies Record<Extract<RowPlan, { kind: 'left-out' }>['why'], string>
words.preview.warnings satisfies Record<RowWarning, string>

/** The words of a file of staff on its way in. */
export const importWords = words
