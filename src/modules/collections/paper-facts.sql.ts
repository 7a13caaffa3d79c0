import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { About } from '#platform/about.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

/** Nobody is author of one paper twice. */
const authors: TeacherRows = { table: 'collections.entry_teacher', clash: sql`k.entry_id = r.entry_id` }

interface Paper {
  collection: string
  kind: string
  title: string
  place: number | null
  finishedOn: string | null
}

async function listPapers(db: Db, { districtId, teacherId }: { districtId: number; teacherId: string }) {
  const { rows } = await sql<Paper>`
    select c.title as collection, c.kind, e.title, e.place, c.finished_on
    from collections.entry_teacher a
    join collections.entry e on e.district_id = a.district_id and e.id = a.entry_id and e.withdrawn_on is null
    join collections.collection c on c.district_id = e.district_id and c.id = e.collection_id
    where a.teacher_district_id = ${districtId} and a.teacher_id = ${teacherId}::uuid
    order by e.entered_at desc, e.id limit 100`.execute(db)
  return rows
}

/** The papers of a teacher that stand in finished volumes. */
export const papersOfTeachers: TeacherFacts = {
  name: 'collections.papers',
  title: '论文和案例',
  list: async ({ db }, teacher) =>
    (await listPapers(db, teacher)).flatMap(({ collection, title, place, finishedOn }) =>
      place === null || finishedOn === null
        ? []
        : [{ schoolYear: schoolYearOf(finishedOn), day: finishedOn, words: `收录于${collection}：${title}` }],
    ),
  move: (db, from, to) => moveRows(db, authors, from, to),
  moveBack: (db, ids, from, to) => moveRowsBack(db, authors, ids, { from, to }),
}

/** What is stored of a person's papers, for their own eyes. */
export const paperAbout: About = {
  name: 'collections.papers',
  list: (ctx, { teacher }) =>
    ctx.asOwner(async (db) => {
      const papers = teacher ? await listPapers(db, teacher) : []
      return [
        {
          title: '论文和案例',
          purpose: '用于编论文集和案例集；和集子的记录一起保留。',
          columns: ['集子', '题目', '结果'],
          rows: papers.map(({ collection, title, place, finishedOn }) => [collection, title, resultOf(place, finishedOn)]), // prettier-ignore
        },
      ]
    }),
}

function resultOf(place: number | null, finishedOn: string | null): string {
  if (finishedOn === null) return '还没有成册'
  return place === null ? '没有收录' : `收录，${dayInWords(finishedOn)}成册`
}
