type Invited = { personId: string; name: string; required: boolean }

/** The database collates names as its system does, which may be another one: every list sorts here. */
const { compare } = new Intl.Collator('en', { sensitivity: 'base' })

/** The order of the invited, whoever looks: the required first, each by name. */
export function compareInvited(a: Invited, b: Invited): number {
  return Number(b.required) - Number(a.required) || compare(a.name, b.name) || (a.personId < b.personId ? -1 : 1)
}
