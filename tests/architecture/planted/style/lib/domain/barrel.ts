// plant: performance/noBarrelFile
export { half } from '#lib/domain/allowed-arithmetic'
