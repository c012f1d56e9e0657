import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  // Neutral on purpose: a title is read over a shoulder and stays in the browser's history.
  return { title: t('documentTitle'), robots: { index: false, follow: false }, icons: '/icons/icon.svg' }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  // Reading a header makes every page dynamic, the 404 too: only then do its scripts carry the nonce.
  const nonce = (await headers()).get('x-beacon-nonce') ?? ''
  return (
    <html lang={await getLocale()}>
      <head>
        {/* Not async: the way out works before anything else does. */}
        <script nonce={nonce} src="/quick-exit.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
