import { sql } from 'kysely'
import { within } from '#shared/access.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'
import { noteAttendance } from './attendance.sql.ts'
import { recountCredits } from './counter.sql.ts'
import { listCreditsOf } from './credit.sql.ts'

/** Of two that take part in one course, who came to more of it stays. */
const enrolments: TeacherRows = {
  table: 'training.enrolment',
  clash: sql`k.course_id = r.course_id`,
  better: sql`cardinality(r.attended) > cardinality(k.attended)`,
}

/** A course gives its credits once: of two, the more. */
const credits: TeacherRows = {
  table: 'training.credit',
  clash: sql`k.course_id = r.course_id`,
  better: sql`r.hundredths > k.hundredths`,
}

async function recountBoth(db: Db, { districtId, teacherId }: TeacherKey, other: TeacherKey): Promise<void> {
  const teacherIds = [teacherId, other.teacherId]
  await recountCredits(db, { districtIds: [districtId], teacherIds })
  await noteAttendance(db, { districtId, teacherIds })
}

/** What a teacher took part in and earned: it follows when two entries are one person, and is counted anew. */
export const trainingOfTeachers: TeacherFacts = {
  name: 'training.credits',
  title: '研修学分',
  // What somebody earned is for those who see the name.
  list: async ({ db, actor }, { districtId, teacherId }) =>
    (await listCreditsOf(db, districtId, teacherId))
      .filter((credit) => within(actor.names, credit))
      .map(({ earnedOn, title, tier, field, hundredths }) => ({
        schoolYear: schoolYearOf(earnedOn),
        day: earnedOn,
        words: `${title}，${tier}“${field}”${hundredths / 100} 学分`,
      })),
  move: async (db, from, to) => {
    const moved = [...(await moveRows(db, enrolments, from, to)), ...(await moveRows(db, credits, from, to))]
    await recountBoth(db, from, to)
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const rows of [enrolments, credits]) await moveRowsBack(db, rows, ids, { from, to })
    await recountBoth(db, from, to)
  },
}
