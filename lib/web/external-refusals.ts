import type { DecideExternalRefusal } from '#lib/use-cases/external/decide-external-certificate'
import type { RecordExternalRefusal } from '#lib/use-cases/external/record-external-certificate'
import type { ShareCertificateRefusal } from '#lib/use-cases/external/share-certificate'
import type { WithdrawExternalRefusal } from '#lib/use-cases/external/withdraw-external-certificate'
import type { DeclineLicenceProposalRefusal } from '#lib/use-cases/licences/decline-licence-proposal'
import type { EndLicenceRefusal } from '#lib/use-cases/licences/end-licence'
import type { ProposeLicenceRenewalRefusal } from '#lib/use-cases/licences/propose-licence-renewal'
import type { RecordLicenceRefusal } from '#lib/use-cases/licences/record-licence'
import type { SetLicenceRenewalRefusal } from '#lib/use-cases/licences/set-licence-renewal'

export type ExternalRefusal =
  | DecideExternalRefusal
  | RecordExternalRefusal
  | ShareCertificateRefusal
  | WithdrawExternalRefusal
  | DeclineLicenceProposalRefusal
  | EndLicenceRefusal
  | ProposeLicenceRenewalRefusal
  | RecordLicenceRefusal
  | SetLicenceRenewalRefusal

/** The field that a refusal is about, where there is one. */
export const externalFields: Partial<Record<ExternalRefusal, string>> = {
  'external-completed-in-future': 'completedOn',
  'external-completed-too-long-ago': 'completedOn',
  'external-ends-before-it-began': 'validThrough',
  'external-ends-too-far-ahead': 'validThrough',
  'external-requirement-unknown': 'requirementIds',
  'external-not-allowed': 'requirementIds',
  'external-reason-alone': 'reason',
  'external-reason-refused': 'reason',
  'file-kind-unknown': 'file',
  'file-incomplete': 'file',
  'file-damaged': 'file',
  'picture-too-large': 'file',
  'pdf-encrypted': 'file',
  'pdf-active': 'file',
  'licence-renewal-unlikely': 'renewsOn',
  'licence-renewal-same': 'renewsOn',
  'licence-nothing-to-correct': 'change',
  'licence-reason-missing': 'reason',
}
