import { readDraft } from '#components/shell/kept-draft.ts'

/** `version`: the message's version when editing began, so that an old draft doesn't silently overwrite. */
export type MessageDraft = { body: string; from: string; until: string; version: number }

/** What was typed for a message and not saved yet. */
export function readMessageDraft(id: string): MessageDraft | null {
  return readDraft(messagePlace(id), isMessageDraft)
}

export function messagePlace(id: string): string {
  return `message-${id}`
}

function isMessageDraft(kept: unknown): kept is MessageDraft {
  if (typeof kept !== 'object' || kept === null) return false
  const { body, from, until, version } = kept as Record<string, unknown>
  return [body, from, until].every((text) => typeof text === 'string') && typeof version === 'number'
}
