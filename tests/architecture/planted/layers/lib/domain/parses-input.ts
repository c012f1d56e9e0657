// plant: domain-is-pure zod-at-the-edge
import * as z from 'zod'

export const parse = z
