import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Parses with a process that counts how often text is made into code. */
function madeFromText(before: string): string {
  const script = `
    let made = 0
    globalThis.Function = new Proxy(Function, {
      construct: (target, given) => { made += 1; return new target(...given) },
      apply: (target, self, given) => { made += 1; return target.apply(self, given) },
    })
    ${before}
    const { z } = await import('zod')
    z.strictObject({ name: z.string() }).parse({ name: 'Olivia' })
    console.log(made)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return stdout.trim() || stderr
}

test('every process checks what it is given without making code of text, which zod does by itself', () => {
  expect(Number(madeFromText(''))).toBeGreaterThan(0)
  expect(madeFromText("await import('./lib/node-version.ts')")).toBe('0')
})

test('so does every page, from its first script on', () => {
  const first = readFileSync('public/theme.js', 'utf8')
  expect(madeFromText(first)).toBe('0')
  const layout = readFileSync('app/layout.tsx', 'utf8')
  expect(layout.indexOf('<script src="/theme.js" />')).toBeGreaterThan(layout.indexOf('<head>'))
})
