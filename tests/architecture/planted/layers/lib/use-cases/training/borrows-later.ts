// plant: use-cases-never-import-each-other
export const later = () => import('#lib/use-cases/training/view-training')
