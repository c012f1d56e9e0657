// plant: mdx-only-in-content
import { bundleMDX } from 'mdx-bundler'

export const bundle = bundleMDX
