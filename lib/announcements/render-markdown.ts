import MarkdownIt from 'markdown-it'

/**
 * An administrator's text as HTML that is safe to insert: no raw HTML, nothing loaded from elsewhere, links only
 * to web and mail addresses, also where these just stand in the text, opened in a new tab that passes nothing on.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image')
// Web and mail addresses that say so themselves: a name with a dot in it, like README.md, is none.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true })

markdown.validateLink = (address) =>
  /^(https?:\/\/|mailto:|\/(?!\/))/i.test(address) && URL.canParse(address, 'https://foyer.invalid')
// The first two heading levels belong to the page.
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
