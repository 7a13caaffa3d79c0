/** By what the way from one place to another is reckoned. */
export interface TravelRule {
  speedKmh: number
  bufferMinutes: number
}

export interface Point {
  longitude: number | null
  latitude: number | null
}

/** Where a place is not on the map, the way to it is reckoned as this long. */
export const UNKNOWN_MINUTES = 30
/** Streets are longer than the straight line. */
const DETOUR = 1.3
const EARTH_KM = 6371

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The straight line between two points of the map, in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number | undefined {
  if (a.longitude === null || a.latitude === null || b.longitude === null || b.latitude === null) return undefined
  const [east, north] = [radians(b.longitude - a.longitude), radians(b.latitude - a.latitude)]
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** A school or campus on the map. */
export interface TravelPlace extends Point {
  schoolId: number
}

/** Two schools, whichever comes first. */
export const pairOf = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a])
export const pairKey = (a: number, b: number): string => pairOf(a, b).join('-')

/**
 * Whole minutes from one place to another: nothing within one place. What the office said of two schools goes before what
 * is reckoned by the map.
 */
export function travelMinutes(
  from: number,
  to: number,
  points: ReadonlyMap<number, TravelPlace>,
  rule: TravelRule,
  said: ReadonlyMap<string, number> = new Map(),
): number {
  if (from === to) return 0
  const [a, b] = [points.get(from), points.get(to)]
  const known = a && b && a.schoolId !== b.schoolId ? said.get(pairKey(a.schoolId, b.schoolId)) : undefined
  if (known !== undefined) return known
  const km = a && b ? distanceKm(a, b) : undefined
  return km === undefined ? UNKNOWN_MINUTES : Math.ceil((km * DETOUR * 60) / rule.speedKmh) + rule.bufferMinutes
}
