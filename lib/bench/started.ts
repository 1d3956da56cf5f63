import type { ChildProcess } from 'node:child_process'

/** A server that answers at `url`. */
export type Started = { child: ChildProcess; url: string }
