// plant: system-imports-domain-only
import { letter } from '#lib/mail/letter'

export const send = letter
