import packed from 'gcoord'
import type { Position } from '#shared/position.ts'

/** Its types tell of a default export; what Node loads is the library itself. */
const gcoord = packed as unknown as typeof packed.default

/**
 * What a phone's report may mean. A browser gives WGS-84; the browsers within some applications give GCJ-02, which lies half
 * a kilometre beside it, and no report says which it is.
 */
export function readingsOf({ longitude, latitude, accuracy }: Position): [Position, Position] {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84) as [number, number]
  return [
    { longitude, latitude, accuracy },
    { longitude: east, latitude: north, accuracy },
  ]
}
