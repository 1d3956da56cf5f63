import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { geist, geistMore } from './fonts.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Foyer', template: '%s · Foyer' },
  description: "The company's meetings, one press away.",
  icons: { icon: '/icon.svg' },
  referrer: 'same-origin',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // A phone's keyboard pushes the foot of a form up instead of covering it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafb' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0f12' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script sets data-theme before React arrives.
    <html lang="en" className={`${geist.variable} ${geistMore.variable}`} suppressHydrationWarning>
      <head>
        {/*
         * Blocking on purpose, and a file for the sake of the content policy: a chosen theme never flashes, and the
         * column of times has its width from the first paint. Where storage is forbidden the system and the browser's
         * language decide. A script that is gone is said, or the page would never come to life. Zod is told not to run code made from text: see lib/no-generated-code.ts.
         */}
        <script src="/theme.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
