// plant: domain-is-pure
import { attempts } from '#lib/data/training/attempts'

export const reach = attempts
