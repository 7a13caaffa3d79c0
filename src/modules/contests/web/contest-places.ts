import type { Place } from '#ui/places.ts'

/** Where the pages of contests stand; nothing outside this folder leads there by name, so the shell does not carry them. */
export const contestPlaces = {
  contests: (unitId: number): Place => ({ to: '/clusters/$unitId/contests', params: { unitId: String(unitId) } }),
  contest: (contestId: string): Place => ({ to: '/contests/$contestId', params: { contestId } }),
}
