import { maskName } from '#shared/names.ts'

/** 13812345678 → 138****5678, 021-54321000 → 021*****1000: enough to tell two apart, not to call. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(phone.length)
  return phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4)
}

interface Entry {
  name: string
  phone?: string | null | undefined
  fromDay: string
  untilDay?: string | null | undefined
}

/** Whether two entries of one unit are one person at one number, in the same days. */
export const isSameContact = (a: Entry, b: Entry): boolean =>
  a.name === b.name &&
  (a.phone || null) === (b.phone || null) &&
  (!a.untilDay || b.fromDay <= a.untilDay) &&
  (!b.untilDay || a.fromDay <= b.untilDay)

/** A contact as a reader sees it who does or does not see names there. */
export function shownContact<T extends { name: string; phone: string | null }>(contact: T, named: boolean) {
  if (named) return { ...contact, masked: false }
  const phone = contact.phone === null ? null : maskPhone(contact.phone)
  return { ...contact, name: maskName(contact.name), phone, masked: true }
}
