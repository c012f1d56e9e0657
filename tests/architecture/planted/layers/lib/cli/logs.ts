// plant: log-library-only-in-system
import pino from 'pino'

export const log = pino
