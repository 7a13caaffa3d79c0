import { momentOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { findHomeCluster, findUnit, listMembersOn, listUnitNames } from '#modules/organizations/index.ts'
import { insertAuthor } from './author.sql.ts'
import { noteCounted, noteStock } from './counted.actions.ts'
import { bylineOf } from './entry.rules.ts'
import { insertEntry, updateEntry, type EntryKey } from './entry.sql.ts'
import { indexEntry } from './passage.actions.ts'
import { insertPath, insertSteps, markLong, updatePath } from './path.sql.ts'
import { chooseSample, givesOf, kindsOf, sampleContent, type Chosen, type ChosenCourse } from './sample.rules.ts'
import { listLedgerCourses } from './sample.sql.ts'
import { insertVersion } from './version.sql.ts'

/** Where and when the sample's courses were admitted: in the year of its latest ledger. */
interface Place {
  districtId: number
  clusterId: number
  admittedOn: string
  at: Date
}

/** Some of the courses that the sample's ledger tells of, as the repository has them: so they count once, here or there. */
export async function insertSampleCourses(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const key = { districtId: cluster.districtId, clusterId: cluster.id }
  const told = await listLedgerCourses(ctx.db, key)
  const chosen = chooseSample(told)
  if (!chosen) return
  const admittedOn = `${told[0]!.schoolYear}-11-15`
  const place = { ...key, admittedOn, at: momentOf(admittedOn, '10:00') }
  const ids = new Map<string, EntryKey>()
  for (const course of [...chosen.path, ...chosen.others]) ids.set(course.code, await insertCourse(ctx, place, course, course === chosen.path[1])) // prettier-ignore
  await insertCopy(ctx, place, chosen, ids)
  await insertSamplePath(ctx, place, chosen, ids)
}

async function insertCourse(ctx: Context, place: Place, course: ChosenCourse, isBest: boolean): Promise<EntryKey> {
  const { districtId, clusterId, admittedOn, at } = place
  const { schoolId, partnerSchoolIds, code, name, topic, step } = course
  const key = { districtId, id: ctx.newId() }
  const content = sampleContent(topic)
  const author = await authorAt(ctx, districtId, schoolId)
  const byline = author ? bylineOf([author]) : ''
  const about = { stages: [step], subject: null, theme: topic, licence: '署名' as const }
  const shown = { name, content, audience: isBest ? ('公开' as const) : ('学区' as const) }
  await insertEntry(ctx.db, { ...key, clusterId, schoolId, ...shown, ...about, createdBy: ctx.actor.id }, at)
  if (author) await insertAuthor(ctx.db, key, { teacherId: author.teacherId, schoolId })
  const kinds = [...kindsOf(course), ...(isBest ? (['精品'] as const) : [])]
  const admitted = { kinds, code, partnerSchoolIds, admittedOn, state: '已入库' as const, published: 1 }
  await updateEntry(ctx.db, { ...key, revision: 1 }, admitted, at)
  await insertVersion(ctx.db, key, { number: 1, name, content, about, byline, kinds, note: '', publishedAt: at, publishedBy: ctx.actor.id }) // prettier-ignore
  await indexEntry(ctx, key)
  await noteCounted(ctx, { districtId, schoolId, admittedOn })
  return key
}

/** The first teacher of the school's register is its author. */
async function authorAt(ctx: Context, districtId: number, schoolId: number) {
  const [school] = await listUnitNames(ctx.db, [schoolId])
  const [person] = (await ctx.personFile?.list(ctx, { id: schoolId, districtId }, '')) ?? []
  return person && { teacherId: person.personId, schoolId, name: person.name, school: school?.name ?? '' }
}

/** Another school takes the course over that the ledger has as 输出共享, and writes its own goals into it. */
async function insertCopy(
  ctx: Context,
  place: Place,
  { path }: Chosen,
  ids: ReadonlyMap<string, EntryKey>,
): Promise<void> {
  const { districtId, clusterId, at } = place
  const course = path.find(({ exported }) => exported)
  const origin = course && ids.get(course.code)
  const members = await listMembersOn(ctx.db, clusterId, ctx.today)
  const schoolId = members.find((id) => id !== course?.schoolId && !path.some((one) => one.schoolId === id))
  if (!course || !origin || schoolId === undefined) return
  const { name, topic, step } = course
  const from = { originDistrictId: districtId, originId: origin.id, originVersion: 1 }
  const content = { ...sampleContent(topic), goals: `结合本校的场地和器材，分两周完成；${sampleContent(topic).goals}` }
  const about = { stages: [step], subject: null, theme: topic, licence: '署名' as const, audience: '本校' as const }
  const key = { districtId, id: ctx.newId() }
  await insertEntry(
    ctx.db,
    { ...key, ...from, ...about, clusterId, schoolId, name, content, createdBy: ctx.actor.id },
    at,
  )
}

async function insertSamplePath(
  ctx: Context,
  place: Place,
  { topic, path }: Chosen,
  ids: ReadonlyMap<string, EntryKey>,
) {
  const { districtId, clusterId, admittedOn, at } = place
  const { schoolId } = path[0]!
  const [school] = await listUnitNames(ctx.db, [schoolId])
  const key = { districtId, id: ctx.newId() }
  const words = {
    name: `${topic}一路学`,
    theme: topic,
    aims: '同一个主题一段接一段，越学越深。',
    byline: school?.name ?? '',
  }
  if (!(await insertPath(ctx.db, { ...key, ...words, clusterId, schoolId, createdBy: ctx.actor.id }, at))) return
  const steps = path.map(({ step, code }) => ({ step, courseId: ids.get(code)!.id, gives: givesOf(step) }))
  await insertSteps(ctx.db, key, steps)
  const admitted = { shown: { ...words, steps }, published: 1, state: '已入库' as const, admittedOn }
  await updatePath(ctx.db, { ...key, revision: 1 }, admitted, at)
  for (const course of await markLong(ctx.db, districtId, steps.map(({ courseId }) => courseId))) await indexEntry(ctx, course) // prettier-ignore
  await noteStock(ctx, { districtId, schoolId, admittedOn })
}
