import { createHash, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'

export type ContentPolicy = { text: string; nonce: string | null }
export type ContentPolicies = { forPath: (path: string) => ContentPolicy }

/**
 * The content security policy of each document. Prerendered ones name the hashes of their inline scripts; all others
 * get a nonce per answer. "Not found" is prerendered but can appear at any address, so its hashes are in every nonce
 * policy.
 */
export function contentPolicies(prerendered: Map<string, string>, options: { isDev: boolean }): ContentPolicies {
  const fixed = new Map<string, ContentPolicy>()
  for (const [path, html] of prerendered)
    fixed.set(path, { text: policyText(inlineScriptHashes(html), options), nonce: null })
  const notFound = inlineScriptHashes(prerendered.get('/_not-found') ?? '')
  return {
    forPath(path) {
      const known = fixed.get(path)
      if (known) return known
      const nonce = randomBytes(16).toString('base64')
      return { text: policyText([`'nonce-${nonce}'`, ...notFound], options), nonce }
    },
  }
}

function policyText(scripts: string[], { isDev }: { isDev: boolean }): string {
  const signInTargets = [env().gotoAuthUrl, env().oidcIssuer]
    .filter((url) => url !== null)
    .map((url) => new URL(url).origin)
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDev ? " 'unsafe-inline'" : ''}`,
    // Popup positions and bar widths are style attributes, which can neither load nor run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    // Signing in posts a form here, answered with a redirect to the provider.
    `form-action 'self' ${signInTargets.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
  return [...new Set(scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`))]
}
