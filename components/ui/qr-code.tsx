type QrCodeProps = {
  /** One unit a module. */
  readonly qr: { readonly d: string; readonly size: number }
  /** What the code is, and where the same stands as text. */
  readonly label: string
}

/** Black on white in both themes: some readers do not know the inverse. */
export function QrCode({ qr, label }: QrCodeProps) {
  return (
    <svg
      aria-label={label}
      className="h-auto w-48 max-w-full rounded-lg bg-white"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${qr.size} ${qr.size}`}
    >
      <path d={qr.d} fill="#000" />
    </svg>
  )
}
