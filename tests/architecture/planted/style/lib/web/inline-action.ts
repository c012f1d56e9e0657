// plant: plugin
export const act = async () => {
  'use server'
  return await Promise.resolve()
}
