// plant: recall-library-only-in-recall
import { fsrs } from 'ts-fsrs'

export const forgets = fsrs
