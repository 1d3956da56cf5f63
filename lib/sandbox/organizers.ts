import type { SeedGroup } from './seed/company.ts'
import type { OrganizerRecord, State } from './state.ts'

/** Who has GoTo now: the seed, plus what administrators changed. */
export function createOrganizers(state: State) {
  function all(): OrganizerRecord[] {
    const seeded = state.calendar.company.organizers.map(
      (organizer): OrganizerRecord =>
        state.organizers.get(organizer.key) ?? { ...organizer, products: ['G2M'], suspendedAt: null, deletedAt: null },
    )
    const keys = new Set(seeded.map(({ key }) => key))
    const added = [...state.organizers.values()].filter(({ key }) => !keys.has(key))
    return [...seeded, ...added]
  }

  function index(): Map<string, OrganizerRecord> {
    return new Map(all().map((organizer) => [organizer.key, organizer]))
  }

  function inAccount(accountKey: string): OrganizerRecord[] {
    return all().filter((organizer) => organizer.accountKey === accountKey && organizer.deletedAt === null)
  }

  function find(key: string): OrganizerRecord | null {
    const changed = state.organizers.get(key)
    if (changed) return changed
    const seeded = state.calendar.company.organizers.find((organizer) => organizer.key === key)
    return seeded ? { ...seeded, products: ['G2M'], suspendedAt: null, deletedAt: null } : null
  }

  function findByEmail(email: string): OrganizerRecord | null {
    const wanted = email.trim().toLowerCase()
    return all().find((organizer) => organizer.email.toLowerCase() === wanted && organizer.deletedAt === null) ?? null
  }

  function groups(accountKey: string): SeedGroup[] {
    return state.calendar.company.groups.filter((group) => group.accountKey === accountKey)
  }

  function groupName(key: string | null): string {
    return state.calendar.company.groups.find((group) => group.key === key)?.name ?? ''
  }

  function add(
    draft: Pick<OrganizerRecord, 'email' | 'firstName' | 'lastName' | 'groupKey' | 'products' | 'accountKey'>,
  ) {
    const record: OrganizerRecord = {
      ...draft,
      key: String(300_000_000_009_000_000n + BigInt(state.next('organizer')) * 1_013n),
      maxParticipants: 26,
      adminRoles: [],
      locale: 'en_US',
      isNamed: false,
      suspendedAt: null,
      deletedAt: null,
    }
    state.organizers.set(record.key, record)
    return record
  }

  function change(organizer: OrganizerRecord, changes: Partial<OrganizerRecord>): void {
    state.organizers.set(organizer.key, { ...organizer, ...changes })
  }

  return { all, index, inAccount, find, findByEmail, groups, groupName, add, change }
}
