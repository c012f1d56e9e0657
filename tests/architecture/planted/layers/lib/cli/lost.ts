// plant: no-unresolvable
import { nothing } from '#lib/cli/nowhere'

export const lost = nothing
