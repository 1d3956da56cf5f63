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
        {/* Blocking on purpose: it decides the colours of the first paint. */}
        <script src="/theme.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
