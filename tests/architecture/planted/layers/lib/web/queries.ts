// plant: web-imports-downwards
import { attempts } from '#lib/data/training/attempts'

export const query = attempts
