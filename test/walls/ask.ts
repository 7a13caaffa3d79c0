import { PLACES, YEAR, type Person } from '../cast.ts'

/** One thing asked of an endpoint, and who may. */
export interface Ask {
  url: string
  who: readonly Person[]
  /** What those who may are answered; left out where it depends on more than who asks. */
  status?: number
  /** What the others are answered: 403, or 404 where they may not even know of it. */
  refused?: 403 | 404
  /** Who of the others may not even know of it, where some may: they are answered 404. */
  blind?: readonly Person[]
  /** What a visitor is answered, of an endpoint that is open. */
  visitor?: number
  body?: object
  file?: { name: string; content: Buffer }
}

const { s1, s2, s3, s4, s5, s6 } = PLACES

/** Whose teachers each person finds, and which of them by name. */
export const reach: Record<Person, { sees: readonly number[]; names: readonly number[] }> = {
  city: { sees: [s1, s2, s3, s4, s5, s6], names: [s1, s2, s3, s4, s5, s6] },
  district: { sees: [s1, s2, s3, s4, s6], names: [s1, s2, s3, s4, s6] },
  office: { sees: [s1, s2, s3, s6], names: [s1, s2, s3] },
  principal: { sees: [s1, s2, s3], names: [s1] },
  liaison: { sees: [s1, s2, s3], names: [s1] },
  teacher: { sees: [s1, s2, s3], names: [] },
  expert: { sees: [s1, s2, s3], names: [] },
  administrator: { sees: [], names: [] },
  outsider: { sees: [s5], names: [s5] },
}

/** Who has to do with cluster C1 and its schools, and with C3 in the other district. */
export const own = ['city', 'district', 'office', 'principal', 'liaison', 'teacher', 'expert'] as const
export const foreign = ['city', 'outsider'] as const
export const keeper = ['administrator'] as const
export const offices = ['city', 'district', 'office'] as const
export const exporters = own.filter((person) => person !== 'teacher')

export const ask = (url: string, who: readonly Person[], more: Partial<Ask> = {}): Ask => ({
  url,
  who,
  status: 200,
  ...more,
})
/** Whatever comes of it, it is not the wall that stops them. */
export const tryOut = (url: string, who: readonly Person[], more: Partial<Ask> = {}): Ask => ({ url, who, ...more })

export const rows = (unit: number, code: string) => `/api/units/${unit}/figures/${code}/rows?year=${YEAR}`
export const sheet = (unit: number, code: string) => `/api/units/${unit}/figures/${code}/rows.xlsx?year=${YEAR}`
export const notALedger = { name: '不是台账.xlsx', content: Buffer.from('not a workbook') }
export const unknownTo = { refused: 404 } as const
