// plant: use-cases-know-no-framework
import { cache } from 'react'

export const render = cache
