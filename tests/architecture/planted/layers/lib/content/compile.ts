// plant: none
import { bundleMDX } from 'mdx-bundler'
import * as z from 'zod'

export const compile = [bundleMDX, z]
