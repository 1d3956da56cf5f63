import { useQuery } from '@tanstack/react-query'
import { organizersQuery } from '#lib/organizers/queries.ts'

/** An organizer's name by id. `known`: those the meeting names, who may have left the list. */
export function useOrganizerName(known: { organizerId: string; name: string }[]): (organizerId: string) => string {
  const organizers = useQuery(organizersQuery).data?.items ?? []
  return (id) => {
    const name = organizers.find((one) => one.id === id)?.name ?? known.find((one) => one.organizerId === id)?.name
    return name ?? 'An organizer'
  }
}
