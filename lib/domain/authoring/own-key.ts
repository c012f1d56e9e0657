/** The id that a practice's own module, case or track is published under: apart from the library's and from everybody else's. */
export const ownKey = (id: string): string => `own-${id.replaceAll('-', '').slice(-12)}`
