import { preload } from 'react-dom'
import { Home } from '#components/meetings/list/home.tsx'

/** Prerendered without data; the document itself asks for what the page will show. */
export default function HomePage() {
  for (const path of ['/api/meetings', '/api/me', '/api/announcements'])
    preload(path, { as: 'fetch', crossOrigin: 'anonymous' })
  return <Home />
}
