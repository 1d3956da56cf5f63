import { existsSync, globSync, readFileSync } from 'node:fs'

/**
 * `file:line cites path` for every path in a document or comment that does not exist: a wrong map is worse than none.
 */
export function pathsThatDoNotExist(): string[] {
  const documents = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md'])
  const sources = globSync([
    'app/**/*.{ts,tsx}',
    'components/**/*.{ts,tsx}',
    'lib/**/*.{ts,tsx}',
    'e2e/**/*.ts',
    'prisma/schema.prisma',
  ]).filter((file) => !file.startsWith('lib/db/generated'))
  return [
    ...documents.flatMap((file) => missingIn(file, () => true)),
    ...sources.flatMap((file) => missingIn(file, (line) => /^\s*(\/\/|\/?\*)/.test(line))),
  ]
}

const citation = /(?<![\w./@-])((?:app|components|lib|prisma|public|e2e|docs|\.ci)\/[\w./()[\]@-]*[\w)\]])/g

function missingIn(file: string, isRead: (line: string) => boolean): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (!isRead(line)) return []
      return [...line.matchAll(citation)]
        .map((match) => match[1] ?? '')
        .filter((path) => !isPattern(line, path) && !existsSync(path) && !existsSync(path.replace(/[).\]]+$/, '')))
        .map((path) => `${file}:${index + 1} cites ${path}`)
    })
}

/** `lib/<noun>/schema.ts` and `lib/{a,b}` stand for many files. */
function isPattern(line: string, path: string): boolean {
  return /^\/?[<{*]/.test(line.slice(line.indexOf(path) + path.length))
}
