'use client'

import { DownloadMenu } from '#components/history/parts/download-menu.tsx'
import { listFiles } from '#components/history/parts/downloads.ts'
import { changeAddress, useAddress } from '#components/shell/address.ts'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { readFilter, readView } from './filter.ts'
import { HistoryChips } from './history-chips.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { NoHistory } from './no-history.tsx'
import { PeopleList } from './people-list.tsx'
import { useKnown } from './rows-known.ts'
import { useScope } from './scope.ts'
import { SessionList } from './session-list.tsx'

const views = [
  { value: 'sessions', label: 'Sessions' },
  { value: 'people', label: 'People' },
] as const

/** Past sessions, and who attended. */
export function HistoryPage() {
  const zone = useZone()
  const now = useNow(10)
  const search = useAddress()
  const filter = readFilter(search, zone)
  const view = readView(search)
  const scope = useScope()
  const mayLook = useMe()?.abilities.includes('history.list')
  const list = view === 'people' ? 'attendance' : 'history'
  const known = useKnown(list, filter)
  if (mayLook === false) return <NoHistory />
  return (
    <>
      {/* The button's column is there before the button: a page is painted while its text still arrives. */}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3 sm:grid sm:grid-cols-[1fr_auto_8.5rem]">
        <h1 className="mr-auto font-semibold text-28">History</h1>
        <Segmented
          label="Show"
          value={view}
          options={views}
          onChange={(chosen) => changeAddress({ view: chosen === 'people' ? chosen : null, sort: null })}
        />
        <DownloadMenu isBrief waiting={known.waiting} files={() => listFiles(list, filter, zone, known.rows())} />
      </div>
      <div className="mt-4">
        <HistoryFilter filter={filter} scope={scope} view={view} now={now} zone={zone} />
      </div>
      <HistoryChips filter={filter} scope={scope} zone={zone} />
      {view === 'people' ? (
        <PeopleList filter={filter} scope={scope} now={now} zone={zone} />
      ) : (
        <SessionList filter={filter} scope={scope} now={now} zone={zone} />
      )}
    </>
  )
}
