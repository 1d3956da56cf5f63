/** Whether a browser takes this encoding, by its Accept-Encoding. */
export function accepts(encoding: 'br' | 'gzip', header: string): boolean {
  return new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?![.\\d]))`).test(header)
}
