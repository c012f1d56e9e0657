import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

// What may be done from our pages does not vary, so these stand on every response, files and errors included. The
// policy for scripts carries a nonce and is set in proxy.ts.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

const config: NextConfig = {
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  typedRoutes: true,
  // `npm test` checks the types of the whole tree; whoever installs Beacon need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'fontkit', 'pdfkit', 'pg', 'pg-boss'],
  headers: async () => [{ source: '/:path*', headers }],
}

export default createNextIntlPlugin('./lib/web/i18n.ts')(config)
