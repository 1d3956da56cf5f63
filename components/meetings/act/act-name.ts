import type { Meeting } from '#lib/meetings/schema.ts'
import type { Act } from './acts.ts'

/** On buttons and in menus. */
export function actName(act: Act, { kind }: Pick<Meeting, 'kind'>): string {
  switch (act) {
    case 'report':
      return 'Report'
    case 'edit':
      return 'Edit'
    case 'duplicate':
      return 'Duplicate'
    case 'copyLink':
      return 'Copy link'
    case 'cancel':
      return kind === 'room' ? 'Delete room' : 'Cancel meeting'
  }
}
