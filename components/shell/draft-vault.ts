const algorithm = 'AES-GCM'

/** Seals the drafts of one session. `key` null: without a secure connection browsers seal nothing. */
export type Vault = { id: string; key: CryptoKey | null }
type Sealed = { id: string; iv: string; text: string }

export async function openVault({ id, key }: { id: string; key: string }): Promise<Vault> {
  const { subtle } = globalThis.crypto
  return {
    id,
    key: subtle ? await subtle.importKey('raw', bytesOf(key), algorithm, false, ['encrypt', 'decrypt']) : null,
  }
}

/** Bound to its place: a draft moved elsewhere does not open. null: this vault seals nothing. */
export async function seal({ id, key }: Vault, place: string, draft: object): Promise<string | null> {
  if (!key) return null
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(draft))
  const sealed = await crypto.subtle.encrypt(paramsOf(iv, place), key, text)
  return JSON.stringify({ id, iv: textOf(iv), text: textOf(new Uint8Array(sealed)) } satisfies Sealed)
}

/** null: of another session, or not a draft of ours. */
export async function unseal({ id, key }: Vault, place: string, kept: string | null): Promise<object | null> {
  try {
    const sealed = JSON.parse(kept ?? '') as Sealed
    if (sealed.id !== id || !key) return null
    const text = await crypto.subtle.decrypt(paramsOf(bytesOf(sealed.iv), place), key, bytesOf(sealed.text))
    const draft: unknown = JSON.parse(new TextDecoder().decode(text))
    return typeof draft === 'object' ? draft : null
  } catch {
    return null
  }
}

function paramsOf(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: algorithm, iv, additionalData: new TextEncoder().encode(place) }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
