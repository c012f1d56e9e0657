import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  typedRoutes: true,
  // `npm test` checks the types of the whole tree; whoever installs Beacon need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'fontkit', 'pdfkit', 'pg', 'pg-boss'],
}

export default createNextIntlPlugin('./lib/web/i18n.ts')(config)
