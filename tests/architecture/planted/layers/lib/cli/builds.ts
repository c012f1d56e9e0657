// plant: nothing-imports-tests
import { builder } from '#tests/builder'

export const built = builder
