// plant: none
export const viewTraining = 1
