// plant: case-keys-for-playing-only
import { findCaseForScoring } from '#lib/data/training/find-case-for-scoring'

export const key = findCaseForScoring
