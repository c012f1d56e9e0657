/** What a practice did in a network of practices, for its own chain: ids, versions and counts, and no code. */
export type NetworkEvent =
  | { readonly kind: 'network-founded'; readonly networkId: string }
  | { readonly kind: 'network-code-made'; readonly networkId: string }
  | { readonly kind: 'network-joined'; readonly networkId: string }
  | { readonly kind: 'network-left'; readonly networkId: string }
  | {
      readonly kind: 'network-offered'
      readonly networkId: string
      readonly draftId: string
      /** The version as it is published. */
      readonly versionId: string
      readonly filesHash: string
    }
  | {
      readonly kind: 'network-offer-withdrawn'
      readonly draftId: string
      /** Versions that were shown. */
      readonly versions: number
    }
