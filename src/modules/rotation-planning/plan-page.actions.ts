import type { Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { Later } from '#platform/route.ts'
import type { Context } from '#platform/context.ts'
import { adoptedAmong } from './adopted.load.ts'
import { planFaults, type PlanFault as Fault } from './engine/check/faults.ts'
import type { Explanation } from './engine/explain.ts'
import type { Instance, School, Teacher } from './engine/instance.ts'
import type { RotationPlan } from './engine/plan.ts'
import { readPlaces } from './input.actions.ts'
import { namesOf, type Named } from './plan-words.actions.ts'
import type { Candidate, PlanFault, PlanMove, PlanSchool, planApi, Why } from './plan.contract.ts'
import { planner } from './plan.jobs.ts'
import { readInput, type PlanSubject } from './plan.load.ts'
import { lineOf } from './plan.reply.ts'
import { planOf, type PlanMoveRow } from './plan-input.ts'
import { listMoves, listPlans } from './plan.sql.ts'
import { rotationPlanningProblems } from './problems.ts'
import { planVerbsOf } from './season.access.ts'
import { schoolNames } from './season.load.ts'

/** Everything about one plan: who goes, what each school gives and takes, who else could go, and what it breaks today. */
export async function readPlan(ctx: Context, subject: PlanSubject): Promise<Reply<typeof planApi.read>> {
  const { season, plan, cluster } = subject
  const { instance, hash } = await readInput(ctx, subject)
  const moves = await listMoves(ctx.db, plan)
  const kept = planOf(moves)
  const names = await namesOf(ctx, season, [
    ...poolOf(instance).map(({ id }) => id),
    ...moves.map(({ teacherId }) => teacherId),
  ])
  const plans = await listPlans(ctx.db, season)
  const adopted = await adoptedAmong(ctx, plans)
  return {
    plan: lineOf(plan, { plans, hash, adopted }),
    adopted: adopted ?? null,
    ...{ seasonId: season.id, clusterId: season.clusterId, schoolYear: season.schoolYear },
    moves: inNameOrder(
      moves.flatMap((move) => moveTold(move, instance, names)),
      names,
    ),
    schools: await schoolsOf(ctx, subject, instance, kept),
    candidates: inNameOrder(
      poolOf(instance).flatMap((teacher) => candidateOf(teacher, names)),
      names,
    ),
    faults: await faultsTold(ctx, subject, planFaults(instance, kept)),
    can: planVerbsOf(ctx.actor, cluster),
  }
}

const poolOf = ({ teachers }: Instance) =>
  teachers.filter(({ eligible, placedAt }) => eligible && placedAt === undefined)

const inNameOrder = <T extends { teacherId: string }>(rows: readonly T[], names: ReadonlyMap<string, Named>): T[] =>
  [...rows].sort((a, b) => order(names, a).localeCompare(order(names, b)) || (a.teacherId < b.teacherId ? -1 : 1))
const order = (names: ReadonlyMap<string, Named>, { teacherId }: { teacherId: string }) =>
  names.get(teacherId)?.pinyin ?? ''

function candidateOf(teacher: Teacher, names: ReadonlyMap<string, Named>): Candidate[] {
  const found = names.get(teacher.id)
  if (!found) return []
  const { stage, subject, backbone, attitude, kept } = teacher
  const { name, masked } = found
  return [
    {
      teacherId: teacher.id,
      name,
      masked,
      schoolId: teacher.home,
      stage,
      subject,
      backbone,
      attitude,
      kept,
      ranked: [...teacher.ranked],
    },
  ]
}

function moveTold(move: PlanMoveRow, instance: Instance, names: ReadonlyMap<string, Named>): PlanMove[] {
  const teacher = instance.teachers.find(({ id }) => id === move.teacherId)
  const found = names.get(move.teacherId)
  if (!teacher || !found) return []
  const rank = move.toSchoolId === null ? -1 : teacher.ranked.indexOf(move.toSchoolId)
  return [
    {
      ...move,
      ...{ name: found.name, masked: found.masked, subject: teacher.subject, backbone: teacher.backbone },
      choice: rank < 0 ? null : rank + 1,
      attitude: teacher.attitude,
      longerBy: longerBy(teacher, move.toSchoolId, instance.schools),
      team: instance.groups.find(({ members }) => members.includes(move.teacherId))?.id ?? null,
    },
  ]
}

function longerBy(teacher: Teacher, to: number | null, schools: readonly School[]): number {
  const [from, there] = [teacher.home, to].map((id) => schools.find((school) => school.id === id))
  const way = (school: School | undefined) => (school ? Math.hypot(school.x - teacher.x, school.y - teacher.y) : 0)
  return to === null ? 0 : Math.max(0, Math.round(100 * (way(there) - way(from))))
}

/** Each member with what it gives and takes in a plan, and the limits that hold there. */
export async function schoolsOf(
  ctx: Context,
  { season }: PlanSubject,
  instance: Instance,
  plan: RotationPlan,
): Promise<PlanSchool[]> {
  const places = new Map((await readPlaces(ctx, season)).map((place) => [place.id, place]))
  const teacherOf = new Map(instance.teachers.map((teacher) => [teacher.id, teacher]))
  const moved = plan.moves.flatMap(({ teacher, school }) => {
    const found = teacherOf.get(teacher)
    return found ? [{ from: found.home, to: school, backbone: found.backbone }] : []
  })
  return instance.schools.map(({ id, standing, mostOut = null, mostIn = null }) => {
    const [out, come] = [moved.filter(({ from }) => from === id), moved.filter(({ to }) => to === id)]
    const { name = '', latitude = null, longitude = null } = places.get(id) ?? {}
    return {
      ...{ schoolId: id, name, standing, mostOut, mostIn, latitude, longitude },
      eligible: poolOf(instance).filter(({ home }) => home === id).length,
      ...{ out: out.length, in: come.length },
      backboneOut: out.filter(({ backbone }) => backbone).length,
      backboneIn: come.filter(({ backbone }) => backbone).length,
    }
  })
}

/** What a plan breaks, with the names of whom and where. */
export async function faultsTold(
  ctx: Context,
  { season }: PlanSubject,
  faults: readonly Fault[],
): Promise<PlanFault[]> {
  const schools = await schoolNames(ctx, season)
  const names = await namesOf(
    ctx,
    season,
    faults.flatMap(({ teacher }) => teacher ?? []),
  )
  return faults.map(({ teacher, school, group: _, ...fault }) => ({
    ...fault,
    ...(teacher !== undefined && { teacherId: teacher, teacherName: names.get(teacher)?.name ?? '' }),
    ...(school !== undefined && { schoolId: school, schoolName: schools.get(school) ?? '' }),
  }))
}

/** Why a teacher is where the best plan has them, or is not elsewhere: asked of the planner when the transaction is over. */
export async function explain(
  ctx: Context,
  subject: PlanSubject,
  asked: { teacherId: string; schoolId?: number | undefined },
) {
  const { instance, hash } = await readInput(ctx, subject)
  refuse(subject.plan.inputHash === hash ? undefined : rotationPlanningProblems.notCurrent())
  const schools = await schoolNames(ctx, subject.season)
  const names = await namesOf(
    ctx,
    subject.season,
    poolOf(instance).map(({ id }) => id),
  )
  const { teacherId: teacher, schoolId } = asked
  const school = schoolId === 0 ? null : schoolId
  return new Later(async () => {
    const found = await planner.ask('why', { instance, teacher, ...(school !== undefined && { school }) })
    return whyTold(found, { names, schools })
  })
}

function whyTold(
  found: Explanation,
  { names, schools }: { names: ReadonlyMap<string, Named>; schools: ReadonlyMap<number, string> },
): Why {
  const nothing = { refusal: null, more: null, byAim: null, changes: [] }
  if (found.kind === 'impossible') return { kind: 'impossible', ...nothing }
  if (found.kind === 'refused') return { kind: 'refused', ...nothing, refusal: found.why }
  const { kind, more, byAim, changes } = found
  const at = (school: number | null) => (school === null ? null : (schools.get(school) ?? ''))
  return {
    ...{ kind, refusal: null, more, byAim },
    changes: changes.map(({ teacher, from, to }) => ({
      teacherId: teacher,
      name: names.get(teacher)?.name ?? '',
      from: at(from),
      to: at(to),
    })),
  }
}
