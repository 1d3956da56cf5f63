import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { readOrganizers } from './read-organizers.ts'

type Row = Record<string, unknown>
/** One way of being odd. Some cost the row, others only a detail of it. */
type Oddity = { spoils: boolean; of: (row: Row) => unknown }

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: UnreadPortal

beforeEach(async () => {
  portal = await unreadPortal()
  await portal.lender('adam@example.com')
})
afterEach(() => portal.close())

/** No int8 holds this. */
const huge = '99999999999999999999'

const organizerOddities: Oddity[] = [
  { spoils: true, of: (row) => ({ ...row, organizerKey: huge }) },
  { spoils: true, of: (row) => ({ ...row, organizerKey: null }) },
  { spoils: true, of: (row) => ({ ...row, groupId: huge }) },
  { spoils: true, of: () => 'Olivia' },
  { spoils: false, of: (row) => ({ ...row, email: 5, products: 'G2M', firstName: [row.firstName] }) },
  { spoils: false, of: (row) => ({ ...row, maxNumAttendeesAllowed: 'N/A', status: 'retired', lastName: {} }) },
]
const groupOddities: Oddity[] = [
  { spoils: true, of: (row) => ({ ...row, groupkey: huge }) },
  { spoils: true, of: (row) => ({ ...row, groupName: {} }) },
  { spoils: true, of: () => null },
  { spoils: false, of: (row) => ({ ...row, numOrganizers: 'N/A', status: 5, parentKey: 'N/A' }) },
]

const asItIs: Oddity = { spoils: false, of: (row) => row }

/** What becomes of a list's rows by their fates, and the keys of those that stay readable: at least one, or it is no list. */
function befall(rows: Row[], key: string, oddities: Oddity[], fates: number[]): { sent: unknown[]; good: string[] } {
  const oddityOf = (nth: number) => (nth === 0 ? null : oddities[fates[nth] ?? oddities.length]) ?? asItIs
  return {
    sent: rows.map((row, nth) => oddityOf(nth).of(row)),
    good: rows.flatMap((row, nth) => (oddityOf(nth).spoils ? [] : String(row[key]))).sort(),
  }
}

test('whichever organizers and groups are odd, exactly the readable ones are stored', async () => {
  const fates = fc.array(fc.nat({ max: 10 }), { minLength: 10, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(fates, fates, async (ofOrganizers, ofGroups) => {
      await db().organizer.deleteMany({})
      await db().group.deleteMany({})
      let [organizers, groups]: string[][] = [[], []]
      setGotoFetch(async (request) => {
        const reply = await portal.sandbox.fetch(request)
        const { pathname } = new URL(request.url)
        if (!/\/(organizers|groups)$/.test(pathname)) return reply
        // Ids beyond 2^53 come as numbers, and would be rounded.
        const rows = JSON.parse((await reply.text()).replace(/:(\d{16,})/g, ':"$1"')) as Row[]
        const isGroups = pathname.endsWith('groups')
        const { sent, good } = isGroups
          ? befall(rows, 'groupkey', groupOddities, ofGroups)
          : befall(rows, 'organizerKey', organizerOddities, ofOrganizers)
        if (isGroups) groups = good
        else organizers = good
        return Response.json(sent)
      })
      await readOrganizers(worker)
      const stored = await db().organizer.findMany()
      expect(stored.map(({ organizerKey }) => String(organizerKey)).sort()).toEqual(organizers)
      const storedGroups = await db().group.findMany()
      expect(storedGroups.map(({ groupKey }) => String(groupKey)).sort()).toEqual(groups)
    }),
    { numRuns: 15 },
  )
})
