/** What can be done about a meeting beside getting into it, the most likely first. */
export const acts = ['report', 'edit', 'duplicate', 'copyLink', 'cancel'] as const
export type Act = (typeof acts)[number]
