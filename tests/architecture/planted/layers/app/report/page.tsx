// plant: app-imports-downwards
import { attempts } from '#lib/data/training/attempts'

export default attempts
