// plant: use-cases-know-no-framework next-only-in-app-web-and-components
import { redirect } from 'next/navigation'

export const go = redirect
