// plant: use-cases-know-no-framework zod-at-the-edge
import * as z from 'zod'

export const parse = z
