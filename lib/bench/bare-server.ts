import '#lib/node-version.ts'

import { createServer } from 'node:http'

/**
 * The control: a bare node server that sends given bytes, in its own process. Reads `{ port, answers }` from the
 * parent once, where `answers` maps a path to status, headers and body.
 */
type Answers = Record<string, { status: number; headers: Record<string, string>; body: string }>

process.once('message', (message) => {
  const { port, answers } = message as { port: number; answers: Answers }
  createServer((request, response) => {
    const answer = answers[request.url ?? '/']
    response.writeHead(answer?.status ?? 404, answer?.headers)
    response.end(answer?.body)
  }).listen(port, '127.0.0.1', () => process.send?.('ready'))
})
