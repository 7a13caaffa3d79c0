import { dayInWords } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { listSchoolsOf } from '#modules/organizations/index.ts'
import { listEligibleTeachers } from '#modules/people/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { membersOf } from './season.load.ts'
import type { SeasonRow } from './season.sql.ts'
import { listWishes } from './wish.sql.ts'

/** Where a teacher states wishes, and a school its needs. */
export const WISHES = '/rotation-wishes'
export const needsOf = (schoolId: number): string => `/schools/${schoolId}/rotation`

type Told = { kind: string; key: string; title: string; text: string }

/** Tells the teachers of a season who have an account: all, or those who have not answered. Returns how many it told. */
export async function tellTeachers(ctx: Context, season: SeasonRow, told: Told, onlyOpen: boolean): Promise<number> {
  const teachers = await listEligibleTeachers(ctx.db, await membersOf(ctx, season), season.schoolYear)
  const answered = new Set(onlyOpen ? (await listWishes(ctx.db, season)).map(({ teacherId }) => teacherId) : [])
  const open = teachers.filter(({ teacherId }) => !answered.has(teacherId))
  const accounts = await accountsOf(ctx, open)
  const accountIds = accounts.map(({ accountId }) => accountId)
  if (accountIds.length === 0) return 0
  return (await notify(ctx, { ...told, districtId: season.districtId, accountIds, to: WISHES })).told
}

/** The accounts of teachers, who may be of several districts. */
export function accountsOf(ctx: Context, teachers: readonly TeacherKey[]) {
  const districts = [...grouped(teachers, ({ districtId }) => districtId)]
  return ctx.asOwner(async (db) => {
    const found: Awaited<ReturnType<typeof listAccountsOfTeachers>> = []
    for (const [districtId, own] of districts) {
      const ids = own.map(({ teacherId }) => teacherId)
      found.push(...(await listAccountsOfTeachers(db, districtId, ids)))
    }
    return found
  })
}

export interface SchoolsTold {
  told: { schoolId: number; name: string }[]
  already: { schoolId: number; name: string }[]
  nobody: { schoolId: number; name: string }[]
}

/** Tells those who answer for some member schools; who was told before, and who has nobody to be told. */
export async function tellSchools(
  ctx: Context,
  season: SeasonRow,
  { key, ...what }: Told,
  isAsked: (schoolId: number) => boolean,
): Promise<SchoolsTold> {
  const reply: SchoolsTold = { told: [], already: [], nobody: [] }
  const schools = await listSchoolsOf(ctx.db, season.clusterId, season.schoolYear)
  for (const { id: schoolId, name } of schools.filter(({ id }) => isAsked(id))) {
    const { told, unreached } = await notify(ctx, {
      ...what,
      key: `${key}:${schoolId}`,
      districtId: season.districtId,
      unitIds: [schoolId],
      roles: ['principal', 'liaison'],
      to: needsOf(schoolId),
    })
    const list = unreached.length > 0 ? reply.nobody : told > 0 ? reply.told : reply.already
    list.push({ schoolId, name })
  }
  return reply
}

/** What everyone concerned hears when a season opens, or opens again. */
export async function tellOpened(ctx: Context, season: SeasonRow): Promise<{ teachers: number; schools: number }> {
  const year = schoolYearName(season.schoolYear)
  const note = season.note ? `${season.note}` : ''
  const key = `${season.id}:${season.wishesDue}:${season.needsDue}`
  const teachers = await tellTeachers(
    ctx,
    season,
    {
      kind: 'rotation-planning.wishes',
      key,
      title: `请填写${year}交流轮岗意愿`,
      text: `${dayInWords(season.wishesDue)}截止，手机上也可以填。${note}`,
    },
    false,
  )
  const needs = {
    kind: 'rotation-planning.needs',
    key,
    title: `请报送${year}交流轮岗的学科需求`,
    text: `${season.clusterName}请各校在${dayInWords(season.needsDue)}前报送。${note}`,
  }
  const schools = await tellSchools(ctx, season, needs, () => true)
  return { teachers, schools: schools.told.length }
}
