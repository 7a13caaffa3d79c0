import { sql } from 'kysely'
import { within } from '#shared/access.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'
import { listTaught } from './lecturer.sql.ts'

/** Of two entries that are one person one teaches the course. */
const lecturers: TeacherRows = {
  table: 'delivery.lecturer',
  id: 'offering_id',
  clash: sql`k.offering_id = r.offering_id`,
}

/** One person is in one place: of two times that meet, that of the entry that stays is kept. */
const holds: TeacherRows = {
  table: 'delivery.hold',
  id: 'session_id',
  clash: sql`(k.session_id = r.session_id or k.during && r.during)`,
}

/** The shared courses that a teacher gives: they follow when two entries are one person. */
export const deliveryOfTeachers: TeacherFacts = {
  name: 'delivery.lecturers',
  title: '共享授课',
  list: async ({ db, actor }, teacher) =>
    (await listTaught(db, teacher))
      .filter((row) => row.state !== '草稿' && within(actor.names, { ...row, districtId: teacher.districtId }))
      .map(({ course, mode, state, schoolYear, term, held }) => ({
        ...{ schoolYear, day: null },
        words: `《${course}》${term}，${mode}，已上 ${held} 次${state === '已撤回' ? '（已撤回）' : ''}`,
      })),
  move: async (db, from, to) => [
    ...(await moveRows(db, lecturers, from, to)),
    ...(await moveRows(db, holds, from, to)),
  ],
  moveBack: async (db, ids, from, to) => {
    for (const rows of [lecturers, holds]) await moveRowsBack(db, rows, ids, { from, to })
  },
}
