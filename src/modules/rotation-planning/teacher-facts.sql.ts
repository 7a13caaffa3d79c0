import { sql } from 'kysely'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

const ofSeason = { id: 'season_id', clash: sql`k.season_id = r.season_id` }

/** What else a season holds of a teacher. Of two that contradict each other the one said last stays: ids rise with time. */
const held: readonly TeacherRows[] = [
  { table: 'rotation_planning.request' },
  { table: 'rotation_planning.kept_teacher', ...ofSeason },
  { table: 'rotation_planning.team_member', ...ofSeason, better: sql`r.team_id > k.team_id` },
  {
    table: 'rotation_planning.pin',
    clash: sql`k.season_id = r.season_id
      and (k.to_school_id is not distinct from r.to_school_id or (k.kind <> 'not-to' and r.kind <> 'not-to'))`,
    better: sql`r.id > k.id`,
  },
  {
    table: 'rotation_planning.plan_move',
    id: 'plan_id',
    school: 'from_school_id',
    clash: sql`k.plan_id = r.plan_id`,
  },
]

/**
 * What a season asks of a teacher and what its plans say of one moves along when two entries are one person. The teacher's page
 * tells nothing of it: it is the office's until schools hear of it.
 */
export const seasonsOfTeachers: TeacherFacts = {
  name: 'rotation-planning.seasons',
  title: '轮岗方案',
  list: () => Promise.resolve([]),
  move: async (db, from, to) => {
    const moved = []
    for (const rows of held) moved.push(...(await moveRows(db, rows, from, to)))
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const rows of held) await moveRowsBack(db, rows, ids, { from, to })
  },
}
