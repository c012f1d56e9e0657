// plant: none
export const half = (whole: number) => Math.floor(whole / 2)
