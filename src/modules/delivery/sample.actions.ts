import { dayAfter } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { mondayOf, termAt } from '#shared/week.ts'
import type { Context } from '#platform/context.ts'
import { listTeachersAt } from '#modules/cover/index.ts'
import { findHomeCluster, findUnit, listMembersOn } from '#modules/organizations/index.ts'
import { enrolClasses } from './enrolment.actions.ts'
import { writeOffering } from './offering.actions.ts'
import type { OfferingFields, Slot } from './offering.contract.ts'
import { loadOffering } from './offering.load.ts'
import { timesOf } from './offering.rules.ts'
import { offDays, publishOffering } from './publish.actions.ts'

const WEEKS = 6
const heads = [38, 35] as const

/**
 * A course that a school of the sample teaches for two others, on Wednesdays to come. Every place of it is taken, so that no
 * school is asked to enrol. None is over: with one the figures of its year would begin.
 */
export async function insertSampleOffering(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const { districtId } = cluster
  const from = dayAfter(mondayOf(ctx.today), 9)
  const teachers = await listTeachersAt(ctx.db, districtId, await listMembersOn(ctx.db, cluster.id, ctx.today), termAt(from).schoolYear) // prettier-ignore
  const bySchool = grouped(teachers.filter(({ stage }) => stage === '小学'), ({ schoolId }) => schoolId) // prettier-ignore
  const [giver, ...takers] = [...bySchool.keys()].sort((a, b) => b - a)
  const lecturer = giver === undefined ? undefined : bySchool.get(giver)!.at(-1)
  if (giver === undefined || !lecturer || takers.length < heads.length) return
  const slots = [slotFrom(from, giver)]
  if (timesOf(slots, await offDays(ctx, { districtId, slots })).length === 0) return
  const id = await writeOffering(ctx, cluster, fieldsOf(giver, lecturer.teacherId, slots))
  await publishOffering(ctx, (await loadOffering(ctx, id))!)
  for (const [n, headCount] of heads.entries()) {
    const classes = [{ grade: '五年级' as const, className: '（1）班', headCount }]
    await enrolClasses(ctx, (await loadOffering(ctx, id))!, { schoolId: takers[n]!, classes, room: '五（1）班教室' })
  }
}

/** As many weeks as the term has left. */
function slotFrom(fromDay: string, schoolId: number): Slot {
  const days = Array.from({ length: WEEKS }, (_, n) => dayAfter(fromDay, 7 * n))
  const untilDay = days.findLast((day) => termAt(day).term === termAt(fromDay).term)!
  const time = { fromTime: '13:30', untilTime: '14:10' }
  return { fromDay, untilDay, skip: [], ...time, schoolId, venueId: null, room: '录播教室' }
}

const fieldsOf = (schoolId: number, teacherId: string, slots: Slot[]): OfferingFields => ({
  schoolId,
  course: '剪纸与几何',
  stage: '小学',
  subject: '',
  mode: '信息化同步教学',
  teacherIds: [teacherId],
  slots,
  places: heads[0] + heads[1],
  shares: [],
  enrolUntil: slots[0]!.fromDay,
  about: '两校的班级在自己的教室里同步上课，材料由提供学校寄送。',
})
