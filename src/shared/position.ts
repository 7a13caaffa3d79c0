/** A point of the globe, WGS-84, in degrees. */
export interface Point {
  longitude: number
  latitude: number
}

/** Where a phone believes to be; it is somewhere within `accuracy` metres of there. */
export interface Position extends Point {
  accuracy: number
}

const EARTH_M = 6_371_000
/** How far from a place somebody who is there may seem to be, before the phone's own inaccuracy is allowed for. */
const NEAR_M = 200
/** How much of a phone's inaccuracy is allowed for. */
const ALLOWED_M = 100
/** A phone that knows its place worse than this cannot say that it is there. */
const WEAK_M = 150

export type PositionVerdict = 'near' | 'far' | 'weak' | 'unplaced'

export interface PlaceVerdict {
  verdict: PositionVerdict
  metres: number | null
  /** What stands against it, and what to do instead; empty where nothing does. */
  words: string
}

/** The rule as whoever checks in reads it. */
export const positionRule = `定位签到：手机离场地 ${NEAR_M} 米以内（另计定位误差，最多 ${ALLOWED_M} 米）才算到场；误差大于 ${WEAK_M} 米的定位不作准。有的手机报的是 GCJ-02 坐标，两种坐标取离场地近的。`

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The straight line between two points, in metres (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const [east, north] = [radians(b.longitude - a.longitude), radians(b.latitude - a.latitude)]
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Of several ways to read what a phone reports, the one that is nearest to a place. */
export function nearestTo(place: Point, readings: readonly [Position, ...Position[]]): Position {
  return readings.reduce((best, one) => (metresBetween(place, one) < metresBetween(place, best) ? one : best))
}

/** A stretch of the globe between meridians and parallels. */
export interface Box {
  west: number
  east: number
  south: number
  north: number
}

/** A box in which everything lies that is within so many metres of a point; its corners reach further. */
export function boxAround({ longitude, latitude }: Point, metres: number): Box {
  const north = (metres / EARTH_M) * (180 / Math.PI)
  const east = north / Math.cos(radians(Math.min(89, Math.abs(latitude) + north)))
  return { west: longitude - east, east: longitude + east, south: latitude - north, north: latitude + north }
}

/** Whether a phone is at a place, by the rule above. */
export function judgePosition(place: Point | null, phone: Position): PlaceVerdict {
  if (place === null) return { verdict: 'unplaced', metres: null, words: `这个场地还没有标在地图上，${otherWays}` }
  const metres = Math.round(metresBetween(place, phone))
  const accuracy = Math.round(phone.accuracy)
  if (!(phone.accuracy <= WEAK_M))
    return { verdict: 'weak', metres, words: `定位信号弱（误差约 ${accuracy} 米），${otherWays}` }
  if (metres > NEAR_M + Math.min(phone.accuracy, ALLOWED_M))
    return {
      verdict: 'far',
      metres,
      words: `手机离场地约 ${distanceInWords(metres)}，还没有到场；已在现场的，${otherWays}`,
    }
  return { verdict: 'near', metres, words: '' }
}

const otherWays = '请扫现场二维码或向场馆要备用码。'

/** 350 米, 1.2 公里 */
export const distanceInWords = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`
