import type { WishFields } from './wish.contract.ts'

/** The schools a teacher may wish for. */
export interface Offered {
  homeId: number
  schoolIds: readonly number[]
}

interface Issue {
  path: string
  message: string
}

/** What is wrong with wishes, in a sentence under its field; undefined where they may stand. */
export function whyNotStand({ attitude, why, ranked }: WishFields, { homeId, schoolIds }: Offered): Issue | undefined {
  if (attitude === 'refuses' && (why ?? '').length < 2) return { path: 'why', message: '选“不去”的，请写明理由' }
  if (ranked.includes(homeId)) return { path: 'ranked', message: '志愿学校里有本校，请去掉' }
  if (new Set(ranked).size < ranked.length) return { path: 'ranked', message: '同一所学校选了两次，请去掉一次' }
  const isForeign = ranked.some((id) => !schoolIds.includes(id))
  return isForeign ? { path: 'ranked', message: '志愿学校里有不是成员校的，请去掉后重新选' } : undefined
}

/** As it is kept: who does not go anywhere ranks no schools, and only who does not go says why. */
export const kept = ({ attitude, why, ranked, note }: WishFields) => ({
  attitude,
  why: attitude === 'refuses' ? why! : null,
  ranked: attitude === 'refuses' ? [] : ranked,
  note: note || null,
})

interface Placed {
  longitude: number | null
  latitude: number | null
}

const EARTH_KM = 6371

/** As the crow flies, in kilometres to one decimal; WGS-84, by the haversine formula. */
export function kmBetween(a: Placed | undefined, b: Placed | undefined): number | null {
  if (a?.longitude == null || a.latitude == null || b?.longitude == null || b.latitude == null) return null
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2
  return Math.round(2 * EARTH_KM * Math.asin(Math.sqrt(h)) * 10) / 10
}
