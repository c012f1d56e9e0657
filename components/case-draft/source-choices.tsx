const longest = 90

/** Sources as a list to choose from shows them, whole on a narrow screen. */
export const sourceChoices = (sources: readonly { readonly id: string; readonly citation: string }[]) =>
  sources.map(({ id, citation }) => ({
    value: id,
    label: citation.length > longest ? `${citation.slice(0, longest)}…` : citation,
  }))
