// plant: plugin
'use server'

export const act = async () => Promise.resolve()
