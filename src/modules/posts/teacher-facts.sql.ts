import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import {
  moveHanging,
  moveHangingBack,
  moveRows,
  moveRowsBack,
  rowsAside,
  type HangingRows,
  type TeacherRows,
} from '#platform/teacher-rows.ts'
import { updateStatus } from './application.sql.ts'
import { listStaysOf, type PoolRow } from './pool.sql.ts'

const inWords = ({ status, since, until, leftOn }: PoolRow & { since: string }): string => {
  const end = leftOn ?? until
  return `${status}，${dayInWords(since)}${end === null ? '起' : `至${dayInWords(end)}`}`
}

/** That somebody was proposed and not taken is no matter of whoever reads the page. */
const wasIn = (stay: PoolRow): stay is PoolRow & { since: string } => stay.since !== null

/** Of two open stays in one pool the one decided on stays, else the older: it is one stay, with the tasks of both. */
const stays: TeacherRows = {
  table: 'posts.pool_member',
  year: 'school_year',
  clash: sql`k.cluster_id = r.cluster_id and k.status in ('待定', '在池') and r.status in ('待定', '在池')`,
  better: sql`(r.status = '在池', k.id) > (k.status = '在池', r.id)`,
}

const tasks: HangingRows = { table: 'posts.pool_task', by: 'member_id' }
const steps: HangingRows = { table: 'posts.application_step', by: 'application_id' }

/** Of two that apply for one quota the one with a place stays, else the older, with what was said of both. */
const applications: TeacherRows = {
  table: 'posts.application',
  year: 'school_year',
  clash: sql`k.quota_id = r.quota_id and k.status <> '已撤回' and r.status <> '已撤回'`,
  better: sql`(r.result is not null, r.status = '已给名额', k.id) > (k.result is not null, k.status = '已给名额', r.id)`,
}

/** A teacher's stays in the pool, and the applications for a title, which follow when two entries are one person. */
export const postsOfTeachers: TeacherFacts = {
  name: 'posts.pool',
  title: '骨干教师蓄水池',
  list: async ({ db }, { districtId, teacherId }) =>
    (await listStaysOf(db, districtId, teacherId)).filter(wasIn).map((stay) => ({
      schoolYear: stay.schoolYear,
      day: stay.since,
      words: inWords(stay),
    })),
  move: async (db, from, to) => {
    const moved = [
      ...(await moveHanging(db, stays, tasks, { from, to })),
      ...(await moveHanging(db, applications, steps, { from, to })),
      ...(await moveRows(db, stays, from, to)),
      ...(await moveRows(db, applications, from, to)),
    ]
    for (const { quotaId } of placesAside(moved.map(({ id }) => id))) await countPlace(db, quotaId, -1)
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const rows of [stays, applications]) await moveRowsBack(db, rows, ids, { from, to })
    for (const hanging of [tasks, steps]) await moveHangingBack(db, hanging, ids, from.districtId)
    for (const { id, quotaId } of placesAside(ids))
      if (!(await countPlace(db, quotaId, 1))) await updateStatus(db, { districtId: from.districtId, id, status: '已给名额' }, '已申报') // prettier-ignore
  },
}

/** One person holds one place of a quota: where both entries had one, the other is free again. */
const placesAside = (ids: readonly string[]) =>
  rowsAside(applications, ids)
    .filter(({ status }) => status === '已给名额')
    .map((row) => ({ id: String(row['id']), quotaId: String(row['quota_id']) }))

/** False where the place has been given to somebody else by now. */
async function countPlace(db: Db, quotaId: string, by: -1 | 1): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update posts.quota set allotted = allotted + ${by}::int
    where id = ${quotaId} and allotted + ${by}::int between 0 and granted returning id`.execute(db)
  return rows.length > 0
}
