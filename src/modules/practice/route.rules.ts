import { metresBetween, type Point } from '#shared/position.ts'

/** Streets are longer than the straight line, and a class walks slowly. */
const DETOUR = 1.3
const METRES_A_MINUTE = 4000 / 60

/** How long a way through these places is on foot, by estimate: metres to the next hundred, minutes to the next five. */
export function onFoot(stops: readonly Point[]): { metres: number; minutes: number } {
  const straight = stops.slice(1).reduce((sum, stop, n) => sum + metresBetween(stops[n]!, stop), 0)
  const metres = Math.ceil((straight * DETOUR) / 100) * 100
  return { metres, minutes: Math.ceil(metres / METRES_A_MINUTE / 5) * 5 }
}
