/** One page of a list, from 1; a page that there is not is the nearest one. */
export function pageOf<Each>(
  list: readonly Each[],
  wanted: number,
  size: number,
): { readonly shown: readonly Each[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const page = Math.min(Math.max(1, wanted), pages)
  return { shown: list.slice((page - 1) * size, page * size), page, pages }
}
