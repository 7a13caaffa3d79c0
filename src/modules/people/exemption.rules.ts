import { dayAfter, dayInWords } from '#shared/day.ts'
import { firstDay } from '#shared/school-year.ts'

/** From one day to another, both included. */
export interface Period {
  fromDay: string
  untilDay: string
}

/** An exemption makes ineligible for a school year where it holds on the year's first day, 1 September. */
export const coversYear = ({ fromDay, untilDay }: Period, schoolYear: number): boolean =>
  fromDay <= firstDay(schoolYear) && firstDay(schoolYear) <= untilDay

/** The last day of the exemptions that hold for a school year; null where there are none. */
export function exemptUntil(exemptions: readonly Period[], schoolYear: number): string | null {
  const days = exemptions.filter((one) => coversYear(one, schoolYear)).map(({ untilDay }) => untilDay)
  return days.sort().at(-1) ?? null
}

/** The school years whose first day lies in the period. */
export function yearsCovered({ fromDay, untilDay }: Period): number[] {
  const first = Number(fromDay.slice(0, 4))
  const last = Number(untilDay.slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) =>
    coversYear({ fromDay, untilDay }, year),
  )
}

export interface Kind {
  kind: string
  sensitive: boolean
  maxYears: number
  gender?: '男' | '女' | undefined
}

/** Whose exemption it is to be: what is on file of them. */
export interface Exempted {
  gender: string | null
  /** The exemptions that were not withdrawn. */
  others: readonly (Period & { kind: string })[]
}

/** What is wrong with an exemption of a kind, in words, and in which field; undefined where nothing is. */
export function whyNotExempt(
  { fromDay, untilDay }: Period,
  kind: Kind | undefined,
  { gender, others }: Exempted,
): { path: string; message: string } | undefined {
  if (!kind) return { path: 'kind', message: '没有这一种免予交流的情况，请从列表中选择。' }
  if (kind.gender && gender !== null && gender !== kind.gender)
    return {
      path: 'kind',
      message: `“${kind.kind}”只能登记给${kind.gender}教师，这位教师登记的性别是${gender}，请核对。`,
    }
  if (untilDay < fromDay) return { path: 'untilDay', message: '结束日期早于开始日期，请核对。' }
  const latest = dayAfter(yearsLater(fromDay, kind.maxYears), -1)
  if (untilDay > latest) return { path: 'untilDay', message: tooLong(kind, latest) }
  const met = others.find((one) => one.kind === kind.kind && one.fromDay <= untilDay && fromDay <= one.untilDay)
  return met && { path: 'fromDay', message: overlaps(met) }
}

const tooLong = ({ kind, maxYears }: Kind, latest: string) =>
  `“${kind}”一次最多免 ${maxYears} 年，结束日期不能晚于${dayInWords(latest)}；到期后可以再登记一次。`

/** What overlaps would last longer than one may. */
const overlaps = ({ kind, fromDay, untilDay }: Period & { kind: string }) =>
  `已登记“${kind}”，${dayInWords(fromDay)}至${dayInWords(untilDay)}，日期与它重叠。登记有误的，先撤回那一条；到期后再登记的，从次日起。`

/** 29 February becomes 1 March in a year without one. */
const yearsLater = (day: string, years: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)) + years, Number(day.slice(5, 7)) - 1, Number(day.slice(8))))
    .toISOString()
    .slice(0, 10)

/** What others read in the place of a kind that tells of health or family. */
export const DISCREET = '免予交流'

/** The kind as a reader may know it. */
export function shownKind(kind: string, kinds: readonly Kind[], reader: { named: boolean; leads: boolean }): string {
  const sensitive = kinds.find((one) => one.kind === kind)?.sensitive ?? true
  return reader.named && (reader.leads || !sensitive) ? kind : DISCREET
}

export const PROOF_MB = 10

const magic: readonly [type: string, bytes: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What a file is by its first bytes, whatever it is called; undefined where it is none that can be a proof. */
export const proofType = (head: Uint8Array): string | undefined =>
  magic.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0]
