import { metresBetween, type Point } from '#shared/position.ts'
import { withoutCommon, type MapPoint, type PointMark } from '#ui/place.ts'
import { hues } from '#ui/theme.ts'
import type { Place, PlaceSchool } from '../place.contract.ts'

/** What is drawn alike: the kinds of venues in five groups, and whatever lies outside the schools as squares. */
const colourOfKind: Record<string, string> = {
  体育场馆: hues[0]!,
  剧场与报告厅: hues[3]!,
  图书馆: hues[1]!,
  外语听说测试教室: hues[1]!,
  创新实验室: hues[2]!,
  理科实验室: hues[2]!,
  工作坊: hues[2]!,
  社会场馆: hues[3]!,
  企业: hues[2]!,
  企业实践基地: hues[2]!,
  园区: hues[1]!,
  社区: hues[0]!,
}
const OTHER = '#59636e'

export const markOf = (kind: string, isOutside: boolean): PointMark => ({
  shape: isOutside ? 'square' : 'disc',
  colour: colourOfKind[kind] ?? OTHER,
})

export interface Layers {
  kinds: readonly string[]
  stage: string | undefined
  freeOnly: boolean
  /** What was typed into the search. */
  text: string
  /** The place on the map that was chosen. */
  at: string | undefined
}

/** Places of one spot stand on the map as one point. */
export const spotOf = ({ longitude, latitude }: Pick<Place, 'longitude' | 'latitude'>): string | undefined =>
  longitude === null || latitude === null ? undefined : `${longitude},${latitude}`

const fits = (layers: Omit<Layers, 'at'>) => (place: Place) =>
  (layers.kinds.length === 0 || layers.kinds.includes(place.kind)) &&
  (!layers.stage || place.stages.length === 0 || place.stages.includes(layers.stage)) &&
  (!layers.freeOnly || place.now?.state === '空着') &&
  [place.name, place.holder, place.address, ...place.themes].some((words) => words.includes(layers.text))

/** What the layers leave, and of that what stands at the chosen spot. */
export function sifted(places: readonly Place[], { at, ...layers }: Layers): { onMap: Place[]; listed: Place[] } {
  const onMap = places.filter(fits(layers))
  return { onMap, listed: at ? onMap.filter((place) => spotOf(place) === at) : onMap }
}

export interface Far {
  place: Place
  /** Metres as the crow flies; null where it is asked from nowhere, or the place is not on the map. */
  metres: number | null
}

/** The nearest first; what is not on the map last. Without a place to count from, as the server ordered them. */
export function byDistance(places: readonly Place[], from: Point | undefined): Far[] {
  const far = places.map((place) => ({ place, metres: metresFrom(from, place) }))
  return from ? far.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity)) : far
}

function metresFrom(from: Point | undefined, { longitude, latitude }: Place): number | null {
  return from && longitude !== null && latitude !== null ? metresBetween(from, { longitude, latitude }) : null
}

/** One point a spot, named by its holder; several venues there are counted on it. */
export function pointsOf(places: readonly Place[]): MapPoint[] {
  const bySpot = new Map<string, Place[]>()
  for (const place of places) {
    const spot = spotOf(place)
    if (spot) bySpot.set(spot, [...(bySpot.get(spot) ?? []), place])
  }
  const points = [...bySpot].map(([id, here]) => pointOf(id, here))
  const names = withoutCommon(points.map(({ name }) => name))
  return points.map((point, n) => ({ ...point, name: names[n]! }))
}

function pointOf(id: string, here: readonly Place[]): MapPoint {
  const isOutside = here[0]!.schoolId === null
  const first = here.find(({ of }) => of === 'site') ?? here[0]!
  const colours = new Set(here.map(({ kind }) => markOf(kind, isOutside).colour))
  const mark = markOf(isOutside || colours.size === 1 ? first.kind : '', isOutside)
  const venues = here.filter(({ of }) => of === 'venue').length
  return {
    id,
    name: first.holder.replace(/[（(].*[）)]$/, ''),
    longitude: first.longitude!,
    latitude: first.latitude!,
    mark: venues > 1 ? { ...mark, sign: String(venues) } : mark,
  }
}

/** The kinds that there are, with how many; those of schools before those outside. */
export function kindsIn(places: readonly Place[]): { kind: string; isOutside: boolean; n: number }[] {
  const counts = new Map<string, { kind: string; isOutside: boolean; n: number }>()
  for (const { kind, schoolId } of places) {
    const known = counts.get(kind) ?? { kind, isOutside: schoolId === null, n: 0 }
    counts.set(kind, { ...known, n: known.n + 1 })
  }
  return [...counts.values()].sort((a, b) => Number(a.isOutside) - Number(b.isOutside) || b.n - a.n)
}

/** The schools whose name or initials begin or contain what was typed. */
export function schoolsLike(schools: readonly PlaceSchool[], typed: string): PlaceSchool[] {
  const text = typed.trim().toLowerCase()
  return schools.filter(({ name, initials }) => name.includes(text) || initials.toLowerCase().includes(text))
}
