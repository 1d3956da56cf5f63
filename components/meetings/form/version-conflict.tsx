import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { serverNow } from '#lib/http/api.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { differencesOf } from './differences.ts'
import type { FormValues } from './form-values.ts'
import { useOrganizerName } from './use-organizer-name.ts'

type VersionConflictProps = {
  mine: FormValues
  theirs: MeetingDetail
  onSaveMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else changed it in the meantime, here or at GoTo: shows both versions and lets the person choose. */
export function VersionConflict({ mine, theirs, onSaveMine, onTakeTheirs }: VersionConflictProps) {
  const rows = differencesOf(mine, theirs, serverNow(), useOrganizerName(theirs.coorganizers))
  return (
    <div className="flex flex-col gap-3">
      <Banner tone="attention">
        Somebody changed this meeting while you were editing, here or at GoTo. Your changes aren’t lost: choose which
        version to keep.
      </Banner>
      {rows.length > 0 ? (
        <div className="overflow-x-auto rounded-xl border border-line bg-raised">
          <table className="w-full text-left text-14">
            <thead className="text-12 text-faint">
              <tr>
                <th scope="col" className="px-3 py-2 font-medium">
                  Field
                </th>
                <th scope="col" className="px-3 py-2 font-medium">
                  Theirs
                </th>
                <th scope="col" className="px-3 py-2 font-medium">
                  Yours
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map((row) => (
                <tr key={row.field} className="align-top">
                  <th scope="row" className="px-3 py-2 font-medium">
                    {row.field}
                  </th>
                  <td className="px-3 py-2 text-soft [overflow-wrap:anywhere]">{row.theirs}</td>
                  <td className="px-3 py-2 [overflow-wrap:anywhere]">{row.mine}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onSaveMine}>Save mine</Button>
        <Button onClick={onTakeTheirs}>Use theirs</Button>
      </div>
    </div>
  )
}
