import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { platformProblems } from '#platform/problems.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import {
  findUnit,
  listCampusPlaces,
  listClustersOfSchool,
  readSchoolLines,
  stagesOfKind,
} from '#modules/organizations/index.ts'
import { findLatestSchool, type EligibleTeacher } from '#modules/people/index.ts'
import { rotationPlanningProblems } from './problems.ts'
import { requestInReply } from './request.actions.ts'
import { listRequests } from './request.sql.ts'
import { isOffice, schoolAccess } from './season.access.ts'
import { seasonInReply } from './season.reply.ts'
import { findTeacher, membersOf, outside, type SeasonSubject, type TeacherSubject } from './season.load.ts'
import { whyNotWish } from './season.rules.ts'
import { listSeasons, type SeasonRow } from './season.sql.ts'
import type { Wish, WishFields, WishPage, WishSchool } from './wish.contract.ts'
import { kept, kmBetween, whyNotStand } from './wish.rules.ts'
import { listWishes, saveWish, type WishRow } from './wish.sql.ts'

/** A season and the teacher in it who asks: read outside the wall, for it is the teacher's own. */
export interface OwnSubject extends SeasonSubject {
  teacher: EligibleTeacher
}

/** The seasons in which whoever asks is on the list, the latest first. */
export async function listOwn(ctx: Context): Promise<OwnSubject[]> {
  const own = await findOwnTeacher(ctx)
  if (!own) return []
  return outside(ctx, async (free) => {
    const schoolId = await findLatestSchool(free.db, own)
    const clusterIds = schoolId === undefined ? [] : await listClustersOfSchool(free.db, schoolId)
    const subjects: OwnSubject[] = []
    for (const season of await listSeasons(free.db, [own.districtId], clusterIds)) {
      const teacher = await findTeacher(free, season, own.teacherId)
      const cluster = teacher && (await findUnit(free.db, season.clusterId, free.today))
      if (cluster) subjects.push({ season, cluster, teacher })
    }
    return subjects
  })
}

export const loadOwn = async (ctx: Context, seasonId: string): Promise<OwnSubject | undefined> =>
  (await listOwn(ctx)).find(({ season }) => season.id === seasonId)

export const readOwn = async (ctx: Context): Promise<WishPage[]> => {
  const pages: WishPage[] = []
  for (const subject of await listOwn(ctx)) pages.push(await outside(ctx, (free) => pageOf(free, subject, true)))
  return pages
}

/** The same page for who fills it in on behalf; what was asked for is told to those who must know. */
export async function readFor(ctx: Context, subject: TeacherSubject): Promise<WishPage> {
  return pageOf(ctx, subject, schoolAccess.answer(ctx.actor, subject.school))
}

async function pageOf(
  ctx: Context,
  { season, cluster, teacher }: OwnSubject,
  tellsRequests: boolean,
): Promise<WishPage> {
  const { teacherId, name, stage, subject, reason, schoolId } = teacher
  const [wish] = await listWishes(ctx.db, season, [teacherId])
  const requests = tellsRequests ? await listRequests(ctx.db, season, { teacherId }) : []
  const schools = await schoolsFor(ctx, season, teacher)
  const home = await findUnit(ctx.db, schoolId, ctx.today)
  const fixed = whyNotWish(season, ctx.today, isOffice(ctx.actor, cluster))
  return {
    season: seasonInReply(ctx, season),
    teacher: { teacherId, name, stage, subject, reason, schoolName: home?.name ?? '' },
    wish: wish ? wishInReply(wish) : null,
    schools,
    requests: requests.map(requestInReply),
    kinds: policiesOf(ctx.policies, teacher.districtId).exemptions.map(({ kind, maxYears }) => ({ kind, maxYears })),
    fixed: fixed?.message ?? null,
  }
}

const wishInReply = ({ attitude, why, ranked, note, statedAt, statedBy, onBehalf }: WishRow): Wish => ({
  attitude,
  why,
  ranked,
  note,
  statedAt: statedAt.toISOString(),
  statedBy,
  onBehalf,
})

/** The other members, those of the teacher's stage first, each with the way there from home. */
async function schoolsFor(ctx: Context, season: SeasonRow, teacher: EligibleTeacher): Promise<WishSchool[]> {
  const lines = await readSchoolLines(ctx.db, season.clusterId, season.schoolYear)
  const places = await listCampusPlaces(ctx.db, season.clusterId, ctx.today)
  const placeOf = (id: number) => places.find((place) => place.schoolId === id && place.longitude !== null)
  return lines
    .filter(({ id }) => id !== teacher.schoolId)
    .map(({ id, name, kind }) => ({
      id,
      name,
      sameStage: teacher.stage === null || stagesOfKind(kind).includes(teacher.stage),
      km: kmBetween(placeOf(teacher.schoolId), placeOf(id)),
    }))
    .sort((a, b) => Number(b.sameStage) - Number(a.sameStage) || a.name.localeCompare(b.name, 'zh-CN'))
}

/** Keeps what a teacher wishes; the last word stands until the day, and nobody else's word over the teacher's own. */
export async function stateWish(
  ctx: Context,
  { season, cluster, teacher }: OwnSubject,
  fields: WishFields,
  onBehalf: boolean,
): Promise<void> {
  refuse(whyNotWish(season, ctx.today, onBehalf && isOffice(ctx.actor, cluster)))
  const [before] = await listWishes(ctx.db, season, [teacher.teacherId])
  refuse(onBehalf && before && !before.onBehalf ? rotationPlanningProblems.statedByTeacher() : undefined)
  const schoolIds = (await membersOf(ctx, season)).map(({ schoolId }) => schoolId)
  const against = whyNotStand(fields, { homeId: teacher.schoolId, schoolIds })
  if (against) throw platformProblems.badInput({ issues: [against] })
  const { districtId, id: seasonId, clusterId } = season
  const { teacherId, schoolId } = teacher
  const said = { ...kept(fields), statedAt: ctx.now, statedBy: ctx.actor.name, onBehalf }
  await saveWish(ctx.db, { districtId, seasonId, teacherId, clusterId, schoolId, ...said })
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, schoolYear: season.schoolYear })
}
