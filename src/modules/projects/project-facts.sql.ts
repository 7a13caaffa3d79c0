import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { About } from '#platform/about.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

const heads: TeacherRows = { table: 'projects.project', column: 'head_id' }
/** Nobody works on a project twice at a time. */
const members: TeacherRows = {
  table: 'projects.member',
  clash: sql`k.project_id = r.project_id and k.until_day is null and r.until_day is null`,
}

interface Part {
  title: string
  level: string
  part: '主持' | '参加'
  from: string
  until: string
  endedAs: string | null
}

async function listParts(db: Db, { districtId, teacherId }: { districtId: number; teacherId: string }) {
  const { rows } = await sql<Part>`
    select p.title, p.level, '主持' as part, p.from_day as "from", coalesce(p.closed_on, p.until_day) as until,
      p.closed_as as ended_as
    from projects.project p where p.head_district_id = ${districtId} and p.head_id = ${teacherId}::uuid
    union all
    select p.title, p.level, '参加' as part, m.from_day as "from", coalesce(m.until_day, p.closed_on, p.until_day) as until,
      p.closed_as as ended_as
    from projects.member m join projects.project p on p.district_id = m.district_id and p.id = m.project_id
    where m.teacher_district_id = ${districtId} and m.teacher_id = ${teacherId}::uuid
    order by 4 desc limit 100`.execute(db)
  return rows
}

/** The projects that a teacher heads or works on. */
export const projectsOfTeachers: TeacherFacts = {
  name: 'projects.parts',
  title: '课题',
  list: async ({ db }, teacher) =>
    (await listParts(db, teacher)).map(({ title, level, part, from, until, endedAs }) => ({
      ...{ schoolYear: schoolYearOf(from), day: from },
      words: `${part}${level}课题：${title}，${dayInWords(from)}至${dayInWords(until)}（${endedAs === null ? '在研' : `已${endedAs}`}）`,
    })),
  move: async (db, from, to) => [...(await moveRows(db, heads, from, to)), ...(await moveRows(db, members, from, to))],
  moveBack: async (db, ids, from, to) => {
    for (const rows of [heads, members]) await moveRowsBack(db, rows, ids, { from, to })
  },
}

/** What is stored of a person's part in projects, for their own eyes. */
export const projectAbout: About = {
  name: 'projects.parts',
  list: (ctx, { teacher }) =>
    ctx.asOwner(async (db) => {
      const parts = teacher ? await listParts(db, teacher) : []
      return [
        {
          title: '课题',
          purpose: '用于登记谁主持、谁参加课题；和课题的记录一起保留。',
          columns: ['课题', '级别', '身份', '从', '到'],
          rows: parts.map(({ title, level, part, from, until }) => [
            ...[title, level, part === '主持' ? '负责人' : '成员', dayInWords(from), dayInWords(until)],
          ]),
        },
      ]
    }),
}
