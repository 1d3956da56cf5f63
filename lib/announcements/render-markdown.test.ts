// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{display:none}</style>',
  '<form action="https://evil.example"><input name=p></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\tjavascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](https://ok.example "onmouseover=alert(1)")',
  '[x](https://ok.example "a\\" onclick=\\"alert(1)")',
  '[x](<https://ok.example" onclick="alert(1)>)',
  '<https://ok.example/" onclick="alert(1)>',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '```<script>\nalert(1)\n```',
  '```" onmouseover="alert(1)\nx\n```',
  '`<script>alert(1)</script>`',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!-- --><script>alert(1)</script>',
  'javascript:alert(1) vbscript:x data:text/html,x file:///etc/passwd //evil.example ftp://evil.example',
  'https://ok.example/"onclick="alert(1)',
  'https://ok.example/<script>alert(1)</script>',
  'mailto:hr@ok.example?subject=x"onclick="alert(1)',
  '<![CDATA[<script>alert(1)</script>]]>',
]

test.each(hostile)('nothing in %j runs, loads or leads anywhere but to a web or mail address', (text) => {
  document.body.innerHTML = `<main>${renderMarkdown(text)}</main>`
  const allowed = new Set(['P', 'A', 'CODE', 'PRE', 'MAIN'])
  for (const element of Array.from(document.querySelectorAll('main, main *'))) {
    expect(allowed).toContain(element.tagName)
    for (const { name } of Array.from(element.attributes))
      expect(['href', 'target', 'rel', 'title', 'class']).toContain(name)
    const href = element.getAttribute('href')
    if (href !== null) {
      const url = new URL(href, 'https://foyer.example/')
      expect(['https:', 'http:', 'mailto:']).toContain(url.protocol)
      // A link elsewhere has to look like one: `//host` and `/\\host` would pass for our own.
      if (!/^https?:/.test(href) && url.protocol !== 'mailto:') expect(url.host).toBe('foyer.example')
    }
  }
})

test('ordinary text keeps its emphasis, lists, headings and links', () => {
  const html = renderMarkdown(
    '# Hello\n\n*Maintenance* on **Friday**:\n\n- read [the plan](https://example.com/plan)\n- see [meetings](/meetings)',
  )
  expect(html).toContain('<h3>Hello</h3>')
  expect(html).toContain('<em>Maintenance</em> on <strong>Friday</strong>')
  expect(html).toContain(
    '<a href="https://example.com/plan" target="_blank" rel="noopener noreferrer nofollow">the plan</a>',
  )
  expect(html).toContain('<a href="/meetings">meetings</a>')
})

test.each([
  ['https://example.com/plan?day=1#top', 'https://example.com/plan?day=1#top'],
  ['http://intranet.example.com/plan', 'http://intranet.example.com/plan'],
  ['mailto:hr@example.com', 'mailto:hr@example.com'],
  ['hr@example.com', 'mailto:hr@example.com'],
])('an address in the text is a link: %s', (address, href) => {
  document.body.innerHTML = renderMarkdown(`See ${address}, or ask.`)
  const [link, ...others] = document.querySelectorAll('a')
  expect(link?.getAttribute('href')).toBe(href)
  expect(link?.rel).toBe('noopener noreferrer nofollow')
  expect(link?.target).toBe('_blank')
  expect(others).toEqual([])
  expect(document.body.textContent?.trim()).toMatch(/^See \S+, or ask\.$/)
})

test('what only looks like an address, and what stands as code, is none', () => {
  const text = 'README.md, 10.30, example.com, //example.com, ftp://example.com, `https://example.com`'
  expect(renderMarkdown(text)).not.toContain('<a')
})
