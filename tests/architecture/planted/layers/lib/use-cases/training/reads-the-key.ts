// plant: quiz-keys-for-scoring-only
import { findQuizForScoring } from '#lib/data/training/find-quiz-for-scoring'

export const key = findQuizForScoring
