const longest = 60

/** A title as the name of a folder: small letters, digits and single hyphens, never empty. `beside` are names that are taken. */
export function folderName(title: string, beside: readonly string[], otherwise = 'module'): string {
  const letters = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  const name = letters === '' ? otherwise : letters
  if (!beside.includes(name)) return name
  let number = 2
  while (beside.includes(`${name}-${number}`)) number += 1
  return `${name}-${number}`
}
