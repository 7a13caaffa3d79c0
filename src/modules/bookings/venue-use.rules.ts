import { grouped } from '#shared/group.ts'
import type { UseFilter, UseLink, UseSum, VenueUse, VenueUseLine } from './venue-use.contract.ts'

/** How the use rate is counted, as it stands on the page and in the file. */
export const rateRule =
  '使用率＝已经用完的预约占用的时长÷开放时长。开放时长按每一天当时登记的开放时间算，扣除本校上课和暂停开放，只算到今天；本校自己预约的也占用开放时间，计入已用。台账里的使用没有起止时间，不计入使用率。'

/** What counts as sharing, as it stands on the page and in the file. */
export const sharedRule =
  '别的学校用本校场馆，一次计一次，与指标“场馆共享”同一个数。本校自用、校外基地和外来团体的使用不计，台账与预约重复的只算一次。'

export const PARTNERS_VENUE = '校外基地的场地'
export const VISITORS = '外来团体使用'

const none = (): UseSum => ({ uses: 0, headCount: 0, minutes: 0, untimed: 0 })

export const sumOf = (uses: readonly VenueUse[]): UseSum =>
  uses.reduce(
    (sum, { headCount, minutes }) => ({
      uses: sum.uses + 1,
      headCount: sum.headCount + headCount,
      minutes: sum.minutes + (minutes ?? 0),
      untimed: sum.untimed + (minutes === null ? 1 : 0),
    }),
    none(),
  )

export const isShared = ({ reason }: VenueUse): boolean => reason === ''

/** Sums by what tells the uses apart, the most uses first. */
export function sumsBy<K extends string>(uses: readonly VenueUse[], key: K, of: (use: VenueUse) => string) {
  return [...grouped(uses, of)]
    .map(([value, group]) => ({ ...sumOf(group), [key]: value }) as UseSum & Record<K, string>)
    .sort((a, b) => b.uses - a.uses || a[key].localeCompare(b[key], 'zh-CN'))
}

/** What school gave to what school, of what counts; the most first. */
export function linksOf(uses: readonly VenueUse[]): UseLink[] {
  const links = new Map<string, UseLink>()
  for (const { schoolId, userSchoolId, headCount } of uses.filter(isShared)) {
    if (schoolId === null || userSchoolId === null) continue
    const key = `${schoolId} ${userSchoolId}`
    const link = links.get(key) ?? { from: schoolId, to: userSchoolId, uses: 0, headCount: 0 }
    links.set(key, { ...link, uses: link.uses + 1, headCount: link.headCount + headCount })
  }
  return [...links.values()].sort((a, b) => b.uses - a.uses || a.from - b.from || a.to - b.to)
}

/** A venue whose line is wanted: in the register, or named by a ledger alone. */
export type CountedVenue = Pick<VenueUseLine, 'venueKey' | 'venueId' | 'venue' | 'kind' | 'provider' | 'open' | 'why'>

/** How one venue was used. `rate`: the minutes that bookings took, of those that it was open outside the own lessons, in percent. */
export function lineOf(venue: CountedVenue, uses: readonly VenueUse[]): VenueUseLine {
  const used = uses.filter(({ from }) => from === '预约').reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const why = venue.open === 0 ? '这段时间没有开放' : venue.why
  return {
    ...{ ...venue, why, used },
    shared: sumOf(uses.filter(isShared)),
    other: sumOf(uses.filter((use) => !isShared(use))),
    rate: venue.open ? Math.round((used / venue.open) * 1000) / 10 : null,
    lastUsedOn: uses.reduce<string | null>(
      (last, { usedOn }) => (last === null || last < usedOn ? usedOn : last),
      null,
    ),
  }
}

const DAY = 86_400_000

/** Open in these days, and nobody there for so many weeks before the last of them. */
export const isIdle = ({ open, lastUsedOn }: VenueUseLine, asOf: string, weeks: number): boolean =>
  open !== null && open > 0 && (lastUsedOn === null || Date.parse(asOf) - Date.parse(lastUsedOn) >= weeks * 7 * DAY)

/** Whether a use is among those that a figure opens to. */
export const fits = (use: VenueUse, filter: Omit<UseFilter, 'year' | 'from' | 'until'>): boolean =>
  isShared(use) === (filter.counted === 'yes') &&
  (filter.reason === undefined || use.reason === filter.reason) &&
  (filter.kind === undefined || use.kind === filter.kind) &&
  (filter.venueKey === undefined || use.venueKey === filter.venueKey) &&
  (filter.schoolId === undefined || use.schoolId === filter.schoolId) &&
  (filter.userSchoolId === undefined || use.userSchoolId === filter.userSchoolId)

/** Hours to the tenth. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10
