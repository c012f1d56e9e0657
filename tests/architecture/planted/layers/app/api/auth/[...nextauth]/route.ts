// plant: app-api-auth-may-also-import-auth
import { options } from '#lib/auth/options'
import { letter } from '#lib/mail/letter'

export const GET = [options, letter]
