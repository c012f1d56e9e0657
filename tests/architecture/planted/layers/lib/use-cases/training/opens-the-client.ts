// plant: client-in-composition-roots-only
import { client } from '#lib/data/client'

export const opened = client
