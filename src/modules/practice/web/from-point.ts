import type { Point } from '#shared/position.ts'
import { readPlace } from '#ui/place.ts'
import type { PlaceSchool } from '../place.contract.ts'

/** From where distances are counted, as the address has it: a school by number, or a place. */
export function fromPoint(schools: readonly PlaceSchool[], from: string | undefined): Point | undefined {
  if (!from) return undefined
  const school = schools.find(({ id }) => String(id) === from)
  if (school) return placed(school)
  return readPlace(from)
}

const placed = ({ longitude, latitude }: PlaceSchool): Point | undefined =>
  longitude === null || latitude === null ? undefined : { longitude, latitude }
