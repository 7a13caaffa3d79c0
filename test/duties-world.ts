import type { Db } from '#platform/database/database.ts'
import { PLACES } from './cast-places.ts'
import { HANDS } from './cover-world.ts'

const { c1, s1, s2, districtA: districtId } = PLACES
const id = (n: number) => `00000000-0000-7000-9700-00000000000${n}`
const now = new Date('2026-10-12T07:00:00+08:00')

export const DUTIES = { union: id(1), event: id(2), course: id(3), session: id(4), gap: id(5) } as const
const { union: UNION, event: EVENT, course: COURSE, session: SESSION, gap: GAP } = DUTIES

/** The day of all duties. */
export const DUTY_DAY = '2026-10-14'
const at = (time: string) => new Date(`${DUTY_DAY}T${time}:00+08:00`)

/** The near teacher lectures at a union's activity, takes part in a course and has taken over a lesson, all on one day. */
export async function insertDuties(db: Db): Promise<void> {
  const written = { writtenAt: now, writtenBy: '某人' }
  const union = { name: '语文联合体', pinyin: 'yu wen', stages: ['小学'], field: '语文', sinceDay: '2023-09-01' }
  await db.insertInto('teachingResearch.researchUnion').values({ districtId, id: UNION, clusterId: c1, ...union, changedAt: now, changedBy: '某人' }).execute() // prettier-ignore
  const event = {
    form: '公开教学' as const,
    theme: '识字',
    schoolYear: 2026,
    status: '待开展' as const,
    place: '三楼录播室',
  }
  const lecturer = { lecturerId: HANDS.near, lecturerSchoolId: s2 }
  await db
    .insertInto('teachingResearch.event')
    .values({
      districtId,
      id: EVENT,
      clusterId: c1,
      unionId: UNION,
      schoolId: s1,
      ...event,
      ...lecturer,
      ...written,
      fromAt: at('13:00'),
      untilAt: at('15:00'),
    }) // prettier-ignore
    .execute()
  const course = { unitId: c1, tier: '学区集团' as const, schoolYear: 2026, title: '命题研究', field: '知识技能' }
  await db.insertInto('training.course').values({ districtId, id: COURSE, ...course, madeAt: now, madeBy: '某人' }).execute() // prettier-ignore
  const session = { courseId: COURSE, hours: 2, place: '礼堂', trainer: '某专家' }
  await db.insertInto('training.session').values({ districtId, id: SESSION, ...session, startsAt: at('16:00'), endsAt: at('17:30') }).execute() // prettier-ignore
  const enrolment = { courseId: COURSE, schoolId: s2, teacherId: HANDS.near, enrolledAt: now, enrolledBy: '某人' }
  await db
    .insertInto('training.enrolment')
    .values({ districtId, id: id(6), ...enrolment })
    .execute()
  const gap = { absenceId: id(7), schoolId: s1, clusterId: c1, schoolYear: 2026, term: '上学期' as const, teacherId: HANDS.absent } // prettier-ignore
  const lesson = { day: DUTY_DAY, period: 3, fromTime: '09:50', untilTime: '10:30', className: '七（1）班', subject: '数学' } // prettier-ignore
  const taken = { state: 'taken' as const, takenTeacherId: HANDS.near, takenSchoolId: s2, takenAt: now }
  await db
    .insertInto('cover.gap')
    .values({ districtId, id: GAP, ...gap, ...lesson, ...taken })
    .execute()
}
