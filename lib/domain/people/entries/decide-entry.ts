import { correctionProposal } from '#lib/domain/people/entries/correction'
import {
  employmentEndProposal,
  endWithdrawalProposal,
  rehireProposal,
} from '#lib/domain/people/entries/employment'
import type { Decision, Entry, Situation } from '#lib/domain/people/entries/entry'
import { exemptionEndProposal, exemptionProposal } from '#lib/domain/people/entries/exemption'
import { extensionProposal } from '#lib/domain/people/entries/extension'
import { leaveEndProposal, leaveProposal } from '#lib/domain/people/entries/leave'
import { postProposal } from '#lib/domain/people/entries/post-change'

/** The facts that an entry makes, or why it cannot be made. The check page and the saving both ask here. */
export function decideEntry(entry: Entry, situation: Situation): Decision {
  switch (entry.kind) {
    case 'leave':
      return leaveProposal(entry, situation)
    case 'leave-end':
      return leaveEndProposal(entry, situation)
    case 'extension':
      return extensionProposal(entry, situation)
    case 'exemption':
      return exemptionProposal(entry, situation)
    case 'exemption-end':
      return exemptionEndProposal(entry, situation)
    case 'post':
      return postProposal(entry, situation)
    case 'employment-end':
      return employmentEndProposal(entry, situation)
    case 'end-withdrawal':
      return endWithdrawalProposal(situation)
    case 'rehire':
      return rehireProposal(entry, situation)
    case 'correction':
      return correctionProposal(entry, situation)
  }
}
