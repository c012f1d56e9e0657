// plant: client-in-composition-roots-only
export const later = () => import('#lib/data/client')
