import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { notify } from '#modules/workbench/index.ts'
import { timeBetween } from './booking.rules.ts'
import type { BookingRow } from './booking.sql.ts'

export const bookingAddress = ({ clusterId, id }: Pick<BookingRow, 'clusterId' | 'id'>): string =>
  `/clusters/${clusterId}/bookings?booking=${id}`

/** 10月15日 16:00–18:00 */
export function whenInWords({ fromAt, untilAt }: Pick<BookingRow, 'fromAt' | 'untilAt'>): string {
  const { day, from, until } = timeBetween(fromAt, untilAt)
  return `${dayInWords(day).slice(5)} ${from}–${until}`
}

const timesInWords = (rows: readonly BookingRow[]): string =>
  rows.length === 1 ? whenInWords(rows[0]!) : `${whenInWords(rows[0]!)} 起共 ${rows.length} 次`

/** Those who answer for the venues hear of a request once, by school: that it waits for them, or that somebody comes. */
export async function tellHosts(ctx: Context, rows: readonly BookingRow[]): Promise<void> {
  for (const schoolId of new Set(rows.map((row) => row.schoolId))) {
    const own = rows.filter((row) => row.schoolId === schoolId && row.userSchoolId !== schoolId)
    const [first] = own
    if (!first) continue
    const waits = first.status === '待审'
    await notify(ctx, {
      kind: waits ? 'bookings.asked' : 'bookings.booked',
      key: first.id,
      districtId: first.districtId,
      title: `${first.userSchool ?? '外来团体'}${waits ? '申请使用' : '预约了'}${first.venue}`,
      text: `${timesInWords(own)}，${first.headCount} 人，${first.purpose}。${waits ? '请审核。' : ''}`,
      to: bookingAddress(first),
      unitIds: [schoolId ?? first.clusterId],
      roles: schoolId === null ? ['cluster-office'] : ['principal', 'liaison'],
    })
  }
}

type Told = '已通过' | '已谢绝' | '已取消' | '已改期' | '已递补' | '已让出'

/** Who asked hears what became of it, unless they did it themselves. */
export async function tellBooker(ctx: Context, row: BookingRow, told: Told, words = ''): Promise<void> {
  if (row.accountId === null || row.accountId === ctx.actor.id) return
  await notify(ctx, {
    kind: 'bookings.told',
    key: `${row.id}-${told}-${row.moves}`,
    districtId: row.districtId,
    title: `您预约的${row.venue}${told}`,
    text: `${whenInWords(row)}，${row.provider}。${words}`,
    to: bookingAddress(row),
    accountIds: [row.accountId],
  })
}

/** Those who answer for the venue hear that a time of theirs is free again. */
export async function tellFreed(ctx: Context, rows: readonly BookingRow[], told: '取消' | '改期'): Promise<void> {
  const [first] = rows
  if (!first || first.schoolId === first.userSchoolId) return
  await notify(ctx, {
    kind: 'bookings.freed',
    key: `${first.id}-${told}-${first.moves}`,
    districtId: first.districtId,
    title: `${first.userSchool ?? '外来团体'}${told}了${first.venue}的预约`,
    text: `原定 ${timesInWords(rows)}。`,
    to: bookingAddress(first),
    unitIds: [first.schoolId ?? first.clusterId],
    roles: first.schoolId === null ? ['cluster-office'] : ['principal', 'liaison'],
  })
}
