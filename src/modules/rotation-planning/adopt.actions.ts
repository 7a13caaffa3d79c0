import { grouped } from '#shared/group.ts'
import { dayAfter } from '#shared/day.ts'
import type { Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listTaken, openBatch, replaceBatch, type PlannedBatch } from '#modules/mobility/index.ts'
import type { Adoption, adoptApi, ProposedMove } from './adopt.contract.ts'
import { adoptedAmong } from './adopted.load.ts'
import { firstWords, formOf, longestTerm, numberGroups, rotationsOf, startOf, titleOf, whyNotAdopt } from './adopt.rules.ts' // prettier-ignore
import { planFaults } from './engine/check/faults.ts'
import type { Instance } from './engine/instance.ts'
import { faultsTold } from './plan-page.actions.ts'
import { namesOf } from './plan-words.actions.ts'
import { readInput, type PlanSubject } from './plan.load.ts'
import { planOf, type PlanMoveRow } from './plan-input.ts'
import { listMoves, listPlans, updatePlan } from './plan.sql.ts'
import { rotationPlanningProblems } from './problems.ts'
import { schoolNames } from './season.load.ts'
import { holdSeason } from './season.sql.ts'

const HEARING_DAYS = 7

type Proposal = Reply<typeof adoptApi.propose>
type Gone = PlanMoveRow & { toSchoolId: number }

const goingOf = (moves: readonly PlanMoveRow[]) => moves.filter((move): move is Gone => move.toSchoolId !== null)
const recalledOf = (moves: readonly PlanMoveRow[]) => moves.filter(({ toSchoolId }) => toSchoolId === null)

/** What adopting a plan would make, filled in so that mostly one button is left to press. */
export async function proposeAdoption(ctx: Context, subject: PlanSubject): Promise<Proposal> {
  const { season, plan } = subject
  const { instance, hash } = await readInput(ctx, subject)
  const moves = await listMoves(ctx.db, plan)
  const adopted = await adoptedAmong(ctx, await listPlans(ctx.db, season))
  const { forms, rules } = policiesOf(ctx.policies, season.districtId).rotation
  const rule = longestTerm(rules, season.schoolYear, season.clusterName)
  return {
    title: titleOf(season.schoolYear),
    startOn: startOf(season.schoolYear, ctx.today),
    termYears: rule?.minYears ?? 1,
    termRule: rule ? { name: rule.name, words: rule.words } : null,
    until: adopted?.state === '听取意见' ? later(adopted.heardUntil, dayAfter(ctx.today, HEARING_DAYS)) : null,
    forms: forms.map(({ form }) => form),
    ...(await toldOf(ctx, subject, { moves, instance, batchId: adopted?.batchId ?? null })),
    faults: await faultsTold(ctx, subject, planFaults(instance, planOf(moves))),
    isCurrent: plan.inputHash === hash,
    adopted: adopted ?? null,
  }
}

const later = (day: string | null, other: string) => (day !== null && day > other ? day : other)

interface Planned {
  moves: readonly PlanMoveRow[]
  instance: Instance
  /** The batch whose place is taken: what it planned is no hindrance. */
  batchId: string | null
}

/** Who goes and who is called back, by name. */
async function toldOf(ctx: Context, { season }: PlanSubject, { moves, instance, batchId }: Planned) {
  const ids = moves.map(({ teacherId }) => teacherId)
  const [names, schools] = [await namesOf(ctx, season, ids), await schoolNames(ctx, season)]
  const where = { districtIds: [season.districtId], teacherIds: ids, schoolYear: season.schoolYear }
  const taken = (await listTaken(ctx, where)).filter((one) => one.batchId === null || one.batchId !== batchId)
  const takenOf = grouped(taken, ({ teacherId }) => teacherId)
  const groupOf = numberGroups(instance.groups, goingOf(moves))
  const at = (school: number) => schools.get(school) ?? ''
  const nameOf = (teacherId: string) => names.get(teacherId)?.name ?? '—'
  const order = ({ teacherId }: { teacherId: string }) => names.get(teacherId)?.pinyin ?? ''
  const inOrder = <M extends { teacherId: string }>(rows: M[]) => rows.sort((a, b) => order(a).localeCompare(order(b)) || (a.teacherId < b.teacherId ? -1 : 1)) // prettier-ignore
  return {
    moves: inOrder(goingOf(moves)).map(({ teacherId, fromSchoolId, toSchoolId }): ProposedMove => {
      const other = takenOf.get(teacherId)?.[0]
      const groupNo = groupOf.get(teacherId)
      return {
        ...{ teacherId, name: nameOf(teacherId), fromSchool: at(fromSchoolId), toSchool: at(toSchoolId) },
        ...{ form: formOf(groupNo), groupNo: groupNo ?? null },
        taken: other ? { school: at(other.toSchoolId), until: other.until } : null,
      }
    }),
    recalls: inOrder(recalledOf(moves)).map(({ teacherId, fromSchoolId }) => ({
      ...{ teacherId, name: nameOf(teacherId), school: at(fromSchoolId) },
    })),
  }
}

/** Makes the plan a batch, alone or in the place of another; of two at once the second is led to what the first made. */
export async function adoptPlan(ctx: Context, subject: PlanSubject, body: Adoption) {
  const { season, plan } = subject
  await holdSeason(ctx.db, season)
  const before = await adoptedAmong(ctx, await listPlans(ctx.db, season))
  const { instance } = await readInput(ctx, subject)
  const moves = await listMoves(ctx.db, plan)
  const faults = planFaults(instance, planOf(moves)).length
  refuse(whyNotAdopt({ id: plan.id, faults }, body, before))
  const planned = plannedOf(subject, body, { moves, instance, faults })
  refuse(planned.rotations.length === 0 ? rotationPlanningProblems.nobodyGoes() : undefined)
  const opened = before
    ? await replaceBatch(ctx, { batchId: before.batchId, reason: body.instead ?? `改用方案 ${plan.number}` }, planned)
    : await openBatch(ctx, planned)
  await updatePlan(ctx.db, plan, { batchId: opened.batchId })
  const { districtId, clusterId: unitId } = season
  ctx.note({ districtId, unitId, subjectId: plan.id, number: plan.number, faults, ...(body.reason && { why: body.reason }) }) // prettier-ignore
  return opened
}

function plannedOf(
  { season, plan }: PlanSubject,
  body: Adoption,
  { moves, instance, faults }: { moves: readonly PlanMoveRow[]; instance: Instance; faults: number },
): PlannedBatch {
  const going = goingOf(moves)
  const { clusterId, schoolYear } = season
  return {
    ...{ clusterId, schoolYear, title: body.title, planId: plan.id },
    words: firstWords(plan.number, faults, body.reason),
    rotations: rotationsOf(going, body, numberGroups(instance.groups, going)),
    recalls: { teacherIds: recalledOf(moves).map(({ teacherId }) => teacherId), on: body.startOn },
    ...(body.until && { hearUntil: body.until }),
  }
}
