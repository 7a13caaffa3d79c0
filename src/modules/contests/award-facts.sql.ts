import { sql } from 'kysely'
import { schoolYearOf } from '#shared/school-year.ts'
import type { About } from '#platform/about.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

/** Nobody is author of one work twice. */
const authors: TeacherRows = { table: 'contests.entry_teacher', clash: sql`k.entry_id = r.entry_id` }

interface Award {
  contest: string
  groupName: string
  title: string
  prize: string | null
  announcedOn: string | null
  enteredAt: Date
}

async function listWorks(db: Db, { districtId, teacherId }: { districtId: number; teacherId: string }) {
  const { rows } = await sql<Award>`
    select c.title as contest, e.group_name, e.title, e.prize, c.announced_on, e.entered_at
    from contests.entry_teacher a
    join contests.entry e on e.district_id = a.district_id and e.id = a.entry_id and e.withdrawn_on is null
    join contests.contest c on c.district_id = e.district_id and c.id = e.contest_id
    where a.teacher_district_id = ${districtId} and a.teacher_id = ${teacherId}::uuid
    order by e.entered_at desc limit 100`.execute(db)
  return rows
}

/** What a teacher won. */
export const awardsOfTeachers: TeacherFacts = {
  name: 'contests.awards',
  title: '教学评比获奖',
  list: async ({ db }, teacher) =>
    (await listWorks(db, teacher)).flatMap(
      ({ contest, groupName, title, prize, announcedOn }) =>
      prize === null || announcedOn === null
        ? []
        : [{ schoolYear: schoolYearOf(announcedOn), day: announcedOn, words: `${contest}（${groupName}）${prize}：${title}` }], // prettier-ignore
    ),
  move: (db, from, to) => moveRows(db, authors, from, to),
  moveBack: (db, ids, from, to) => moveRowsBack(db, authors, ids, { from, to }),
}

/** What is stored of a person's works, for their own eyes. */
export const workAbout: About = {
  name: 'contests.works',
  list: (ctx, { teacher }) =>
    ctx.asOwner(async (db) => {
      const works = teacher ? await listWorks(db, teacher) : []
      return [
        {
          title: '教学评比的作品',
          purpose: '用于评比和公布结果；和评比的记录一起保留。',
          columns: ['评比', '组别', '作品', '奖次'],
          rows: works.map(({ contest, groupName, title, prize, announcedOn }) => [
            ...[contest, groupName, title, announcedOn === null ? '未公布' : (prize ?? '未获奖')],
          ]),
        },
      ]
    }),
}
