import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { notify } from '#modules/workbench/index.ts'
import { isFor } from './enrolment.rules.ts'
import { membersOf, openOf, type OfferingSubject } from './offering.load.ts'
import { slotsInWords } from './offering.rules.ts'

const addressOf = (id: string): string => `/offerings/${id}`

/** The schools that may enrol hear of it; where their own rooms wait for a yes, they are told that too. */
export async function tellOpen(ctx: Context, subject: OfferingSubject, waiting: number): Promise<void> {
  const { row, unit } = subject
  const open = openOf(row)
  const schoolIds = (await membersOf(ctx, unit)).filter((id) => isFor(open, id))
  const rooms = waiting > 0 ? `其中 ${waiting} 次用到接收学校的场馆，请在“场馆预约”里审核。` : ''
  await notify(ctx, {
    ...{ kind: 'delivery.open', key: row.id, districtId: row.districtId },
    title: `${row.school}的共享课《${row.course}》开放报名`,
    text: `${row.mode}，${slotsInWords(row.slots)}，报名到${dayInWords(row.enrolUntil)}为止。${rooms}`,
    ...{ to: addressOf(row.id), unitIds: schoolIds, roles: ['principal', 'liaison'] as const },
  })
}

/** Those who take part hear why it is not given. */
export async function tellWithdrawn(
  ctx: Context,
  { row }: OfferingSubject,
  why: string,
  from: string | undefined,
): Promise<void> {
  await notify(ctx, {
    ...{ kind: 'delivery.withdrawn', key: row.id, districtId: row.districtId },
    title: `共享课《${row.course}》撤回了`,
    text: `${from ? `${dayInWords(from)}起的课不再上。` : ''}原因：${why}`,
    ...{ to: addressOf(row.id), unitIds: row.taken.map(({ schoolId }) => schoolId), roles: ['principal', 'liaison'] as const }, // prettier-ignore
  })
}

/** A time that was to come does not take place. */
export async function tellFellOut(
  ctx: Context,
  { row }: OfferingSubject,
  session: { id: string; fromAt: Date; words: string },
  why: string,
): Promise<void> {
  await notify(ctx, {
    ...{ kind: 'delivery.fell-out', key: session.id, districtId: row.districtId },
    title: `共享课《${row.course}》${session.words}的课不上了`,
    text: `原因：${why}`,
    ...{ to: addressOf(row.id), unitIds: row.taken.map(({ schoolId }) => schoolId), roles: ['principal', 'liaison'] as const }, // prettier-ignore
  })
}
