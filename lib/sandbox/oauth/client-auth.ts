import { refuseOauth } from '../refusals.ts'
import type { Client, State } from '../state.ts'
import { findClient } from './clients.ts'

/**
 * Who asks: by a Basic header, or by `client_id` and `client_secret` in the form (goto-api.md 17.1). The metadata's
 * third way, none, is for clients without a secret, of which there are none here. An unknown client gets the captured
 * text.
 */
export function readClient(state: State, authorization: string | null, form: URLSearchParams): Client {
  const given = authorization === null ? readForm(form) : readBasic(authorization)
  const client = findClient(state, given.id)
  if (!client) throw refuseOauth(401, 'invalid_client', 'client not found')
  if (client.secret !== given.secret) throw refuseOauth(401, 'invalid_client', 'client credentials are wrong')
  return client
}

type Credentials = { id: string; secret: string }

function readForm(form: URLSearchParams): Credentials {
  return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
}

function readBasic(authorization: string): Credentials {
  const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(authorization) ?? []
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  return { id: decode(text.slice(0, Math.max(0, colon))), secret: decode(text.slice(colon + 1)) }
}

/** In RFC 6749 both halves are form-encoded before they are joined. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
