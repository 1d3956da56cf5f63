import { reading } from '#components/shell/time/reading.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { formCheck } from './form-check.ts'

/** Parts of the form that few need at once, or that nobody needs before typing. */

export const MoreContents = lazily(() => import('./more-contents.tsx').then((module) => module.MoreContents))
export const GroupPanel = lazily(() => import('./group-panel.tsx').then((module) => module.GroupPanel))
export const VersionConflict = lazily(() => import('./version-conflict.tsx').then((module) => module.VersionConflict))

/** All of it is on its way from the first key or press in the form on, so that it is here when it is needed. */
export function expectParts(): void {
  for (const part of [formCheck, reading, MoreContents, GroupPanel, VersionConflict]) part.expect()
}
