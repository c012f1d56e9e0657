import type { ChooseOptionRefusal } from '#lib/use-cases/cases/choose-option'
import type { StartCaseRefusal } from '#lib/use-cases/cases/start-case'

export type CaseRefusal = ChooseOptionRefusal | StartCaseRefusal
