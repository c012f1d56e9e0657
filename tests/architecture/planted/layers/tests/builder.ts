// plant: none
export const builder = 1
