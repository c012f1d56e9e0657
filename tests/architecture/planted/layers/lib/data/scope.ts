// plant: none
export const enterSession = 1
