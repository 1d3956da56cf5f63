import MarkdownIt from 'markdown-it'

/**
 * The text of an administrator as HTML that is safe to insert: no raw HTML, nothing loaded from elsewhere, links only
 * to web and mail addresses, opened beside Foyer and telling the other side nothing.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image')

markdown.validateLink = (address) =>
  /^(https?:\/\/|mailto:|\/(?!\/))/i.test(address) && URL.canParse(address, 'https://foyer.invalid')
// A page has its own headings of the first two ranks.
markdown.core.ruler.push('lower_headings', ({ tokens }) => {
  for (const token of tokens) if (/^h[1-6]$/.test(token.tag)) token.tag = `h${Math.min(6, Number(token.tag[1]) + 2)}`
})
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  const token = tokens[index]
  const isOurs = /^\/(?!\/)/.test(String(token?.attrGet('href') ?? ''))
  if (!isOurs) {
    token?.attrSet('target', '_blank')
    token?.attrSet('rel', 'noopener noreferrer nofollow')
  }
  return self.renderToken(tokens, index, options)
}
