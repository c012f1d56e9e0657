// plant: none
export const findQuizForScoring = 1
