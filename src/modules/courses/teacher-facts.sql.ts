import { sql } from 'kysely'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { listCoursesOf } from './author.sql.ts'

/** Of two entries that are one person one is the author. */
const authorRows: TeacherRows = {
  table: 'courses.author',
  id: 'entry_id',
  clash: sql`k.entry_id = r.entry_id`,
  better: sql`r.place < k.place`,
}

/** The courses of the repository that a teacher wrote; one that is still being written is no matter of the reader's. */
export const coursesOfTeachers: TeacherFacts = {
  name: 'courses.authors',
  title: '课程库的课程',
  list: async ({ db }, teacher) =>
    (await listCoursesOf(db, teacher))
      .filter(({ published }) => published > 0)
      .map(({ name, day, published, kinds }) => ({
        schoolYear: schoolYearOf(day),
        day,
        words: `《${name}》第 ${published} 版${kinds.length > 0 ? `（${kinds.join('、')}）` : ''}`,
      })),
  move: (db, from, to) => moveRows(db, authorRows, from, to),
  moveBack: (db, ids, from, to) => moveRowsBack(db, authorRows, ids, { from, to }),
}
