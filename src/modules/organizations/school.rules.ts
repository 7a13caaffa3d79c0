import type { MemberRole } from './membership.rules.ts'

/** A school as the 学校 sheet of one school year has it. */
export interface SchoolRecord {
  key: string
  id: number
  districtId: number
  schoolYear: number
  code: string
  name: string
  shortName: string
  kind: string | null
  ownership: string | null
  role: MemberRole
  campuses: number | null
  pupils: number | null
  longitude: number | null
  latitude: number | null
}

export const schoolKinds = [
  '托育',
  '幼儿园',
  '小学',
  '初级中学',
  '九年一贯制学校',
  '完全中学',
  '高级中学',
  '中等职业学校',
  '社区学校',
] as const
export const ownerships = ['公办', '民办'] as const

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 → 本部, 2 → 第二校区, 12 → 第十二校区; the numbers of campuses stay below 100. */
export function campusName(position: number): string {
  if (position === 1) return '本部'
  const tens = Math.floor(position / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${numerals[tens]}十`
  return `第${ten}${numerals[position % 10]}校区`
}

export const MOST_CAMPUSES = 99
export const MOST_PUPILS = 100_000

/** Codes of the national form have ten digits; some districts keep codes of their own, which are taken as they are. */
export const isNationalCode = (code: string): boolean => /^\d{10}$/.test(code)
export const mayBeCode = (code: string): boolean => /^[0-9A-Z][0-9A-Z-]{3,19}$/.test(code)

/** China's ends in degrees: what lies outside is a slip, most often both numbers exchanged. */
export const longitudes = { least: 73, most: 136, words: '经度应在 73 到 136 之间' } as const
export const latitudes = { least: 3, most: 54, words: '纬度应在 3 到 54 之间' } as const

/** In these ledgers a code begins with the district's; where it does not, the school is in the cluster's district. */
export function districtOfCode(code: string, isDistrict: (id: number) => boolean, otherwise: number): number {
  const begins = Number(code.slice(0, 6))
  return Number.isInteger(begins) && isDistrict(begins) ? begins : otherwise
}
