import { dayAfter } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { listTeachersAt, type SchoolTeacher } from '#modules/cover/index.ts'
import { findHomeCluster, findUnit, listMembersOn } from '#modules/organizations/index.ts'
import { insertContest, updateContest, type ContestKey } from './contest.sql.ts'
import { insertEntry, updateEntry } from './entry.sql.ts'
import { prizesOf } from './result.rules.ts'

const GROUP = { name: '小学数学', first: 1, second: 1, third: 2 }
const items = [
  { title: '教学设计', weight: 40 },
  { title: '课堂实施', weight: 40 },
  { title: '教学反思', weight: 20 },
]
/** The works that were entered, each with what the jury gave it. */
const works = [
  { title: '条形统计图', score: 86.5 },
  { title: '分数的初步认识', score: 92.5 },
  { title: '角的度量', score: 81.5 },
  { title: '认识周长', score: 89 },
  { title: '小数的大小比较', score: 85 },
]

/** A contest of the sample that is judged and announced: works of teachers of its register, one of each school. */
export async function insertSampleContest(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const { districtId, id: clusterId } = cluster
  const members = await listMembersOn(ctx.db, clusterId, ctx.today)
  const teachers = await listTeachersAt(ctx.db, districtId, members, schoolYearOf(ctx.today))
  const fit = teachers.filter(({ stage, subject }) => stage === '小学' && subject === '数学')
  const authors = [...grouped(fit, ({ schoolId }) => schoolId).values()].map((own) => own.at(-1)!)
  if (authors.length < works.length) return
  const contest = { districtId, id: ctx.newId() }
  const days = { fromDay: dayAfter(ctx.today, -90), untilDay: dayAfter(ctx.today, -45) }
  const about = { title: '课堂教学评比', rules: '每校报送一节课的教学设计和录像，由外校评委按编号打分。' }
  const set = { groups: JSON.stringify([GROUP]), items: JSON.stringify(items) }
  const by = { changedAt: ctx.now, changedBy: ctx.actor.name }
  await insertContest(ctx.db, { ...contest, clusterId, ...about, ...days, ...set, ...by })
  await insertWorks(ctx, contest, authors)
  await updateContest(ctx.db, contest, { announcedOn: dayAfter(ctx.today, -14), announcedBy: ctx.actor.name })
}

async function insertWorks(ctx: Context, contest: ContestKey, authors: readonly SchoolTeacher[]): Promise<void> {
  const { districtId } = contest
  const entered = works.map((work) => ({ ...work, id: ctx.newId() }))
  const prizes = prizesOf(entered, GROUP)
  for (const [n, { id, title, score }] of entered.entries()) {
    const { teacherId, schoolId } = authors[n]!
    const shown = { number: n + 1, groupName: GROUP.name, title, words: '示例作品', address: null, fileId: null }
    const place = { schoolDistrictId: districtId, schoolId, enteredAt: ctx.now, enteredBy: ctx.actor.name }
    const author = { id: ctx.newId(), position: 1, teacherDistrictId: districtId, teacherId, schoolId }
    await insertEntry(ctx.db, contest, { id, ...shown, ...place }, [author])
    await updateEntry(ctx.db, districtId, id, { score, prize: prizes.get(id) ?? null })
  }
}
