// plant: app-imports-downwards
import { letter } from '#lib/mail/letter'

export const GET = letter
