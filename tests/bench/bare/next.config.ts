import path from 'node:path'
import type { NextConfig } from 'next'

// The measure, not a model: what a page and a POST cost with nothing around them.
const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.join(import.meta.dirname, '..', '..', '..') },
}

export default config
