// plant: performance/noReExportAll performance/noBarrelFile
export * from '#lib/domain/allowed-arithmetic'
