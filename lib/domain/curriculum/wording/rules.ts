import { absoluteClaim } from '#lib/domain/curriculum/wording/rules/absolute'
import { victimBlaming } from '#lib/domain/curriculum/wording/rules/blame'
import { missingContentNote } from '#lib/domain/curriculum/wording/rules/content-note'
import { alertFamily, confront, reuniteFamily } from '#lib/domain/curriculum/wording/rules/family'
import { foreignOnlyFraming, sexOnlyFraming } from '#lib/domain/curriculum/wording/rules/framing'
import { uncitedNumber } from '#lib/domain/curriculum/wording/rules/numbers'
import { missingAlternative, sensationalImage } from '#lib/domain/curriculum/wording/rules/pictures'
import {
  confidentialityPromise,
  creditClaim,
  disclosurePrice,
  outdatedFact,
  trainingMandate,
} from '#lib/domain/curriculum/wording/rules/promises'
import { rescueLanguage } from '#lib/domain/curriculum/wording/rules/rescue'
import { sensationalWording } from '#lib/domain/curriculum/wording/rules/sensational'
import { stigmaLanguage } from '#lib/domain/curriculum/wording/rules/stigma'
import { victimLabel } from '#lib/domain/curriculum/wording/rules/victim'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

/** Every rule about words, in the order in which findings of one passage are told. */
export const wordingRules: readonly WordingRule[] = [
  rescueLanguage,
  stigmaLanguage,
  victimLabel,
  victimBlaming,
  sensationalWording,
  sensationalImage,
  missingAlternative,
  sexOnlyFraming,
  foreignOnlyFraming,
  uncitedNumber,
  absoluteClaim,
  missingContentNote,
  alertFamily,
  reuniteFamily,
  confront,
  trainingMandate,
  creditClaim,
  confidentialityPromise,
  disclosurePrice,
  outdatedFact,
]
