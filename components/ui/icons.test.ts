import * as lucide from 'lucide-react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { iconNames } from './icon-names.ts'

test('icons.svg holds every icon as Lucide draws it', async () => {
  const symbols = [...iconNames].sort().map((name) => {
    // Only the drawing: where it is used says how large and how bold it is, and what fills it.
    const drawing = renderToStaticMarkup(createElement(drawn(name))).replace(/^<svg[^>]*>|<\/svg>$/g, '')
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>\n`
  })
  const look = 'stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" aria-hidden="true">\n${symbols.join('')}</svg>\n`
  await expect(sprite.replaceAll('<symbol', `<symbol ${look}`)).toMatchFileSnapshot('icons.svg')
})

function drawn(name: string): lucide.LucideIcon {
  const component = name.replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase())
  const icon = (lucide as unknown as Record<string, lucide.LucideIcon | undefined>)[component]
  if (!icon) throw new Error(`Lucide has no icon ${name}`)
  return icon
}
