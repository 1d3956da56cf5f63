import { ask, refused, unreachable } from './api.ts'

/** A file from `/api`, whole, under the name that the server gave it. @throws ProblemError as `api` */
export async function apiFile(url: string): Promise<{ name: string; content: Blob }> {
  const response = await ask(url, { headers: { 'x-foyer': '1' } })
  if (!response.ok) throw refused(await response.json().catch(() => undefined), response.status)
  const content = await response.blob().catch(() => {
    throw unreachable()
  })
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(name) || 'Foyer', content }
}
