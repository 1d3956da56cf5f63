import { z } from 'zod'

/** Somebody who can organize at GoTo, as filters and the palette show them. */
export const Organizer = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  group: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Whether I may view their past. */
  can: z.object({ history: z.boolean() }),
})
export type Organizer = z.infer<typeof Organizer>

export const OrganizerList = z.object({ items: z.array(Organizer) })
export type OrganizerList = z.infer<typeof OrganizerList>

export const Group = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether I may view the past of everybody in it. */
  can: z.object({ history: z.boolean() }),
})
export type Group = z.infer<typeof Group>

export const GroupList = z.object({ items: z.array(Group) })
export type GroupList = z.infer<typeof GroupList>

/** `GET /api/groups/{id}/managers`: who may view the past of everybody in the group. */
export const GroupManagers = z.object({
  items: z.array(z.object({ personId: z.string(), name: z.string(), email: z.string().nullable() })),
})
export type GroupManagers = z.infer<typeof GroupManagers>

/** `PUT /api/groups/{id}/managers`: these people and nobody else. */
export const GroupManagersDraft = z.strictObject({ personIds: z.array(z.uuid('This person does not exist.')).max(100) })
export type GroupManagersDraft = z.infer<typeof GroupManagersDraft>
