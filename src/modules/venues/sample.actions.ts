import { dayAfter, momentOf } from '#shared/day.ts'
import { lastDay, schoolYearOf } from '#shared/school-year.ts'
import { mondayOf, termAt, termDays } from '#shared/week.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { findHomeCluster, findUnit, listCampusPlaces, stagesOfKind } from '#modules/organizations/index.ts'
import { insertLessons, type LessonRow } from './lesson.sql.ts'
import { equipmentIn, openingsIn, sampleSites, sampleVenues, type SampleVenue } from './sample.rules.ts'
import { insertSites } from './site.sql.ts'
import { insertClosing, insertEquipment } from './venue-part.sql.ts'
import { insertOpenings, insertVenues, type SavedVenue } from './venue.sql.ts'

interface Placed {
  saved: SavedVenue
  sample: SampleVenue
}

/** Venues of the sample's schools and some partners, so that nobody starts with an empty page. */
export async function insertSampleVenues(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const campuses = await listCampusPlaces(ctx.db, cluster.id, ctx.today)
  const ofSchools = venuesOf(ctx, cluster.districtId, campuses)
  const ofSites = await insertSampleSites(ctx, cluster, campuses)
  await insertPlaced(ctx, [...ofSchools, ...ofSites])
  await insertSampleLessons(ctx, ofSchools)
  await insertRepairs(ctx, ofSchools)
}

type Campuses = Awaited<ReturnType<typeof listCampusPlaces>>

/** One by one through the schools of each stage. */
function venuesOf(ctx: Context, districtId: number, campuses: Campuses): Placed[] {
  const seen = new Map<string, number>()
  const schools = [...new Map(campuses.map((one) => [one.schoolId, one])).values()]
  return schools.flatMap(({ schoolId, kind }) => {
    const stages = [...stagesOfKind(kind)]
    const stage = stages.at(-1) ?? ''
    const n = seen.get(stage) ?? 0
    seen.set(stage, n + 1)
    return sampleVenues(stage, n).map((sample) => placed(ctx, { districtId, schoolId, siteId: null }, sample, stages))
  })
}

function placed(
  ctx: Context,
  owner: Pick<SavedVenue, 'districtId' | 'schoolId' | 'siteId'>,
  sample: SampleVenue,
  stages: string[],
): Placed {
  const {
    name,
    kind,
    capacity,
    needsApproval = false,
    openTo = '成员校' as const,
    minutesAfter = 0,
    safety = '',
  } = sample
  const saved = {
    ...owner,
    ...{ name, kind, capacity, needsApproval, openTo, minutesAfter, safety },
    ...{ id: ctx.newId(), campusId: null, room: '', ownLongitude: null, ownLatitude: null, about: '', access: '' },
    ...{ minutesBefore: 0, releaseMinutes: 15, noticeHours: 0, daysAhead: 120, sample: true, changedAt: ctx.now },
    // A hall is for everybody; what is made for small children is not.
    stages: stages[0] === '学前' ? ['学前'] : [],
    pinyin: spellTitle(name).pinyin,
  }
  return { saved, sample }
}

const DEGREES_EAST = 0.0105
const DEGREES_NORTH = 0.009

async function insertSampleSites(
  ctx: Context,
  { id: clusterId, districtId }: { id: number; districtId: number },
  campuses: Campuses,
): Promise<Placed[]> {
  const points = campuses.flatMap(({ longitude, latitude }) => (longitude && latitude ? [{ longitude, latitude }] : []))
  const middle = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  const [x, y] = [middle(points.map(({ longitude }) => longitude)), middle(points.map(({ latitude }) => latitude))]
  const until = lastDay(schoolYearOf(ctx.today) + 1)
  const rows = sampleSites.map(({ venue: _, at: [east, north], ...site }, n) => ({
    ...site,
    ...{ districtId, clusterId, id: ctx.newId(), sample: true, changedAt: ctx.now, address: `示例路${n + 1}号` },
    longitude: points.length > 0 ? x + east * DEGREES_EAST : null,
    latitude: points.length > 0 ? y + north * DEGREES_NORTH : null,
    ...{ contactName: '示例联系人', contactPhone: '021-00000000', pinyin: spellTitle(site.name).pinyin },
    howToVisit: '提前一周预约，到后在大门登记。',
    safety: '请按年级配足带队教师，听从讲解员安排。',
    access: n % 2 === 0 ? '有无障碍坡道和电梯。' : '',
    agreementFrom: '2024-09-01',
    // One of them is about to end, so that the reminder is seen.
    agreementUntil: n === 4 ? dayAfter(ctx.today, 40) : until,
  }))
  await insertSites(ctx.db, rows)
  return rows.map(({ id: siteId, stages }, n) => {
    const { venue, kind } = sampleSites[n]!
    const ofKind = kind === '企业' || kind === '园区' ? ('企业实践基地' as const) : ('社会场馆' as const)
    const hours = '上学日 09:00-16:00；双休日 09:00-16:00；寒暑假 09:00-16:00'
    const sample = { ...venue, kind: ofKind, needsApproval: n % 3 === 0, hours }
    const { saved } = placed(ctx, { districtId, schoolId: null, siteId }, sample, [])
    return { sample, saved: { ...saved, stages, noticeHours: 48 } }
  })
}

async function insertPlaced(ctx: Context, all: readonly Placed[]): Promise<void> {
  await insertVenues(
    ctx.db,
    all.map(({ saved }) => saved),
  )
  const parts = all.map(({ saved: { districtId, id: venueId }, sample }) => ({ key: { districtId, venueId }, sample }))
  await insertOpenings(
    ctx.db,
    parts.flatMap(({ key, sample }) => openingsIn(sample.hours).map((one) => ({ ...one, ...key, id: ctx.newId() }))),
  )
  await insertEquipment(
    ctx.db,
    parts.flatMap(({ key, sample }) =>
      equipmentIn(sample.equipment ?? '').map((one) => ({ ...one, ...key, id: ctx.newId() })),
    ),
  )
}

const LABS = ['理科实验室', '外语听说测试教室', '图书馆']

/** The own lessons in laboratories, twice a week in the afternoon, for the term of today. */
async function insertSampleLessons(ctx: Context, all: readonly Placed[]): Promise<void> {
  const { schoolYear, term } = termAt(ctx.today)
  const span = termDays(schoolYear, term)
  const lessons = all
    .filter(({ saved }) => LABS.includes(saved.kind))
    .flatMap(({ saved }, n) => [lessonAt(saved, n % 5, '每周'), lessonAt(saved, (n + 2) % 5, '单周')])
  await insertLessons(
    ctx.db,
    lessons.map((lesson) => ({ ...lesson, ...span, id: ctx.newId(), weekOne: mondayOf(span.fromDay) })),
  )
}

const lessonAt = ({ districtId, id }: SavedVenue, weekday: number, weeks: LessonRow['weeks']) => ({
  ...{ districtId, venueId: id, weekday: weekday + 1, weeks, what: '本校课' },
  ...{ fromTime: '15:10', untilTime: '15:50' },
})

/** One of them is being repaired. */
async function insertRepairs(ctx: Context, all: readonly Placed[]): Promise<void> {
  const one = all.find(({ saved }) => saved.kind === '工作坊')?.saved
  if (!one) return
  const from = momentOf(ctx.today, '00:00')
  const until = momentOf(dayAfter(ctx.today, 13), '24:00')
  await insertClosing(ctx.db, {
    districtId: one.districtId,
    id: ctx.newId(),
    venueId: one.id,
    from,
    until,
    why: '窑炉检修',
  })
}
