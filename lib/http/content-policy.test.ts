import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineScriptHashes } from './content-policy.ts'

test('every inline script is hashed, scripts with a source are not', () => {
  const html =
    '<script src="/a.js" async=""></script><script>one()</script><script id="x" type="text/javascript">two()</script><script>one()</script>'
  const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  expect(inlineScriptHashes(html)).toEqual([hash('one()'), hash('two()')])
})
