// plant: style/noRestrictedImports style/noProcessEnv
import { env } from 'node:process'

export const secret = () => env['AUTH_SECRET']
