import { api } from '#lib/http/api.ts'
import { managersAddress } from './manager-queries.ts'
import type { GroupManagers } from './schema.ts'

/** Makes these people, and nobody else, the group's managers. */
export function saveManagers(groupId: string, personIds: string[]): Promise<GroupManagers> {
  return api<GroupManagers>(managersAddress(groupId), { method: 'PUT', body: { personIds } })
}
