// plant: none
export const findCaseForScoring = 1
