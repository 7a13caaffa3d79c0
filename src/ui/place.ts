import gcoord from 'gcoord'
import type { Point } from '#shared/position.ts'
import { hues } from './theme.ts'

/** How a point is drawn: shapes can be told apart without colours; a ring is a disc left empty, a sign of its own stands in the middle. */
export interface PointMark {
  shape: 'disc' | 'square' | 'ring'
  colour: string
  sign?: string
}

export interface MapPoint extends Point {
  id: string
  name: string
  mark: PointMark
}

export const mapStages = ['学前', '小学', '初中', '高中', '中职', '社区'] as const
const colours: Record<string, string> = {
  学前: hues[2]!,
  小学: hues[1]!,
  初中: hues[0]!,
  高中: hues[3]!,
  中职: hues[4]!,
  社区: '#5a4fcf',
}
/** '' where the stage is not known. */
export const colourOf = (stage: string): string => colours[stage] ?? '#59636e'
export const markOfStage = (stage: string): PointMark => ({ shape: 'disc', colour: colourOf(stage) })

/** "121.40,31.07", "121.40，31.07", "31.07 121.40": the larger number is the longitude wherever it stands. */
export function readPlace(text: string): Point | undefined {
  const found = text.match(/-?\d+(?:\.\d+)?/g)?.map(Number)
  if (found?.length !== 2) return undefined
  const [latitude, longitude] = found.sort((a, b) => a - b) as [number, number]
  const fits = longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54
  return fits ? { longitude, latitude } : undefined
}

/** Where a map without points begins: the middle of Shanghai. */
const START = { longitude: 121.47, latitude: 31.23 }
const STEP = 0.01
const MARGIN = 0.03

export type Bounds = [west: number, south: number, east: number, north: number]

/** The points and no more: what stands around them is the map's padding. A point alone has a kilometre around it. */
export function boundsOf(points: readonly Point[]): Bounds {
  const all = points.length > 0 ? points : [START]
  const margin = all.length > 1 ? 0 : MARGIN / 3
  const east = Math.max(...all.map(({ longitude }) => longitude)) + margin
  const west = Math.min(...all.map(({ longitude }) => longitude)) - margin
  const north = Math.max(...all.map(({ latitude }) => latitude)) + margin
  const south = Math.min(...all.map(({ latitude }) => latitude)) - margin
  return [west, south, east, north]
}

/** Lines every hundredth of a degree, about a kilometre, well beyond the points: something to measure by where no street is drawn. */
export function gridAround([west, south, east, north]: Bounds): [number, number][][] {
  const [w, s, e, n] = [
    down(west - MARGIN * 4),
    down(south - MARGIN * 4),
    down(east + MARGIN * 4),
    down(north + MARGIN * 4),
  ]
  const count = (from: number, to: number) => Math.min(200, Math.round((to - from) / STEP) + 1)
  const steps = (from: number, to: number) => Array.from({ length: count(from, to) }, (_, at) => from + at * STEP)
  return [
    ...steps(w, e).map((x): [number, number][] => [
      [x, s],
      [x, n],
    ]),
    ...steps(s, n).map((y): [number, number][] => [
      [w, y],
      [e, y],
    ]),
  ]
}

/** A point in the outer third of the map has its name towards the middle, where the frame does not cut it. */
export function edgeOf(longitude: number, [west, , east]: Bounds): 'west' | 'east' | '' {
  const third = (east - west) / 3
  if (longitude < west + third) return 'west'
  return longitude > east - third ? 'east' : ''
}

type Side = 'left' | 'right' | 'top' | 'bottom'
type Anchor = Side | `${'top' | 'bottom'}-${'left' | 'right'}`
/** Where a name may stand beside its dot, the best first, with how far from it in letters. */
const anchors: [Anchor, [number, number]][] = [
  ['left', [0.95, 0]],
  ['right', [-0.95, 0]],
  ['top', [0, 1.1]],
  ['bottom', [0, -1.1]],
  // Below or above, begun or ended at the dot: room where another dot stands close by.
  ['top-right', [0.75, 1.1]],
  ['top-left', [-0.75, 1.1]],
  ['bottom-right', [0.75, -1.1]],
  ['bottom-left', [-0.75, -1.1]],
]

/** As the map wants it: anchor, offset, anchor, offset … */
export const anchorsFrom = (edge: 'west' | 'east' | ''): (Anchor | [number, number])[] =>
  anchors.filter(([anchor]) => edge === '' || !anchor.endsWith({ west: 'right', east: 'left' }[edge])).flat()

/** What all names begin with says nothing on a map of them: 颛桥第一小学, 颛桥第二小学 are 第一小学, 第二小学 there. */
export function withoutCommon(names: readonly string[]): string[] {
  const [first = '', ...rest] = names
  if (rest.length === 0) return [...names]
  let length = 0
  while (length < first.length && rest.every((name) => name[length] === first[length])) length++
  const cut = /第$/.test(first.slice(0, length)) ? length - 1 : length
  return names.every((name) => name.length > cut + 1) ? names.map((name) => name.slice(cut)) : [...names]
}

const down = (degrees: number) => Math.floor(degrees / STEP) * STEP

/** Whether the browser can draw a map at all; old phones cannot. */
export function drawsMaps(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}

/** The coordinates that a position may have been copied in: ours, those of 高德 and 腾讯, those of 百度. */
export const systems = ['WGS-84', 'GCJ-02', 'BD-09'] as const
export type System = (typeof systems)[number]
const crs = { 'WGS-84': gcoord.WGS84, 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const

const asPosition = ([longitude, latitude]: [number, number]): Point => ({
  longitude: sixDecimals(longitude),
  latitude: sixDecimals(latitude),
})

/** About a tenth of a metre. */
export const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** A position as it is kept, from the system that it was copied in; and as that system has it. */
export const fromSystem = ({ longitude, latitude }: Point, system: System): Point =>
  asPosition(gcoord.transform([longitude, latitude], crs[system], gcoord.WGS84))
export const inSystem = ({ longitude, latitude }: Point, system: System): Point =>
  asPosition(gcoord.transform([longitude, latitude], gcoord.WGS84, crs[system]))

/** The place in the maps that everybody has on the phone; both take GCJ-02. */
export function mapLinks(name: string, position: Point): { amap: string; tencent: string } {
  const { longitude, latitude } = inSystem(position, 'GCJ-02')
  const title = encodeURIComponent(name)
  return {
    amap: `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${title}&coordinate=gaode`,
    tencent: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${latitude},${longitude};title:${title};addr:${title}&referer=yanzhen`,
  }
}
