import { apiFile } from '#lib/http/api-file.ts'

/** So long a browser may take to begin saving. */
const keptMs = 60_000

/**
 * Fetches a file and has the browser save it: a link alone would leave it to the browser to say, in its words, that
 * something went wrong. @throws ProblemError as `api`
 */
export async function saveFile(href: string): Promise<void> {
  const { name, content } = await apiFile(href)
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
