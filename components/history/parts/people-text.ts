type Counted = { people: number | null; fewestPeople?: number | null }

/** `1 person`, `9 people`, `8–9 people`; in lists as in the report. */
export function peopleText({ people, fewestPeople }: Counted): string {
  if (people === null) return 'not counted'
  if (typeof fewestPeople === 'number' && fewestPeople < people) return `${fewestPeople}–${people} people`
  return people === 1 ? '1 person' : `${people} people`
}
