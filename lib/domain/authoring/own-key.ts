/** The id that a practice's own module, case or track is published under: apart from the library's and from everybody else's. */
export const ownKey = (id: string): string => `own-${id.replaceAll('-', '').slice(-12)}`

/** Whether a module, case or track is a practice's own: it is published only after somebody there approved it. */
export const isOwnKey = (id: string): boolean => id.startsWith('own-')
