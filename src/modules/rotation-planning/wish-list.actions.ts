import type { Context } from '#platform/context.ts'
import { listEligibleTeachers, type EligibleTeacher } from '#modules/people/index.ts'
import { listRequests, type RequestRow } from './request.sql.ts'
import { membersOf, schoolNames } from './season.load.ts'
import { accountsOf } from './season.notices.ts'
import type { SeasonRow } from './season.sql.ts'
import type { Listed } from './wish.contract.ts'
import { listWishes, type WishRow } from './wish.sql.ts'

/** The frozen list of a season with what each has answered; of all schools, or of one. */
export async function listTeachers(ctx: Context, season: SeasonRow, schoolId: number | undefined): Promise<Listed[]> {
  const members = (await membersOf(ctx, season)).filter((one) => schoolId === undefined || one.schoolId === schoolId)
  const teachers = await listEligibleTeachers(ctx.db, members, season.schoolYear)
  const wishes = new Map((await listWishes(ctx.db, season)).map((wish) => [wish.teacherId, wish]))
  const requests = await listRequests(ctx.db, season)
  const accounts = new Set((await accountsOf(ctx, teachers)).map(({ teacherId }) => teacherId))
  const names = await schoolNames(ctx, season)
  return teachers.map((teacher) => ({
    ...factsOf(teacher, names),
    ...saidOf(wishes.get(teacher.teacherId), names),
    request: requestOf(requests.filter(({ teacherId }) => teacherId === teacher.teacherId)),
    hasAccount: accounts.has(teacher.teacherId),
  }))
}

const factsOf = (
  { teacherId, name, schoolId, stage, subject, backbone, reason }: EligibleTeacher,
  names: ReadonlyMap<number, string>,
) => ({
  teacherId,
  name,
  schoolId,
  schoolName: names.get(schoolId) ?? '',
  stage,
  subject,
  backbone,
  reason,
})

const saidOf = (wish: WishRow | undefined, names: ReadonlyMap<number, string>) => ({
  attitude: wish?.attitude ?? null,
  why: wish?.why ?? null,
  ranked: (wish?.ranked ?? []).map((id) => names.get(id) ?? ''),
  note: wish?.note ?? null,
  onBehalfBy: wish?.onBehalf ? wish.statedBy : null,
})

/** One that waits is what matters; else the last one that was answered. */
function requestOf(requests: readonly RequestRow[]): Listed['request'] {
  if (requests.some(({ answer }) => answer === null)) return 'open'
  const last = requests.filter(({ answer }) => answer !== 'withdrawn').at(-1)?.answer
  return last === 'confirmed' || last === 'declined' ? last : null
}
