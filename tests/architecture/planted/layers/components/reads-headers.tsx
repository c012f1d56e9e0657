// plant: components-next-link-and-navigation-only
import { headers } from 'next/headers'

export const read = headers
