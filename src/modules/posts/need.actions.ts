import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Need, needApi } from './need.contract.ts'
import { outcomeOf, suggestionsOf, whyNotHired, whyNotReport } from './need.rules.ts'
import {
  deleteNeed,
  findNeed,
  insertNeeds,
  listNeeds,
  updateClosed,
  updateNeed,
  updateReported,
  type NeedRow,
} from './need.sql.ts'
import { stageNames } from './post.contract.ts'
import { postAccess, speaksFor } from './post.access.ts'
import { districtsOf, noteAt, readMembers, type NamedMember } from './post.load.ts'
import { postsProblems } from './problems.ts'
import { readPosts } from './vacancy.actions.ts'
import { inSubjectOrder } from './vacancy.rules.ts'

/** One need, and the cluster that recruits. */
export interface NeedSubject {
  need: NeedRow
  unit: UnitSubject
}

export async function readNeeds(ctx: Context, unit: UnitSubject, year: number): Promise<Reply<typeof needApi.list>> {
  const { schools, unmet } = await readPosts(ctx, unit, year)
  const needs = await needsOf(ctx, unit, schools, year)
  const own = new Map(schools.filter((school) => school.own).map(({ schoolId, name }) => [schoolId, name]))
  return {
    needs,
    suggestions: suggestionsOf(
      unmet.filter(({ schoolId }) => own.has(schoolId)),
      needs,
    ).map((lack) => ({ ...lack, schoolName: own.get(lack.schoolId)! })),
    schools: [...own].map(([id, name]) => ({ id, name })),
    can: verbsOn(postAccess, ctx.actor, unit),
  }
}

/** By stage and subject, so that what is recruited together stands together. */
export async function needsOf(
  ctx: Context,
  unit: UnitSubject,
  schools: readonly NamedMember[],
  year: number,
): Promise<Need[]> {
  const names = new Map(schools.map(({ schoolId, name }) => [schoolId, name]))
  const rows = await listNeeds(ctx.db, districtsOf(unit, schools), unit.id, year)
  return rows
    .map((row) => told(ctx, unit, row, names.get(row.schoolId) ?? '—'))
    .sort((a, b) => bySubject(a, b) || a.schoolId - b.schoolId)
}

const bySubject = inSubjectOrder(stageNames)

function told({ actor }: Context, unit: UnitSubject, row: NeedRow, schoolName: string): Need {
  const { districtId: _, clusterId: __, schoolYear: ___, ...need } = row
  const isOpen = row.status === '拟报'
  const can: Need['can'] = []
  if (isOpen && speaksFor(actor, placeOf(row))) can.push('edit', 'remove')
  if (!isOpen && postAccess.decide(actor, unit)) can.push('close')
  return { ...need, schoolName, can }
}

const placeOf = ({ schoolId, districtId, clusterId }: NeedRow) => ({ schoolId, districtId, clusterIds: [clusterId] })

/** Whether the person may change a need of a school while it is not reported. */
export const mayChange = (actor: Context['actor'], { need }: NeedSubject): boolean => speaksFor(actor, placeOf(need))

export async function addNeeds(
  ctx: Context,
  unit: UnitSubject,
  { year, needs }: Input<typeof needApi.add>['body'],
): Promise<Reply<typeof needApi.add>> {
  const own = (await readMembers(ctx, unit, year)).filter((school) => school.own)
  const districts = new Map(own.map(({ schoolId, districtId }) => [schoolId, districtId]))
  const foreign = needs.some(({ schoolId }) => !districts.has(schoolId))
  if (foreign) throw postsProblems.notYourSchool({ year })
  const added = await insertNeeds(
    ctx.db,
    needs.map(({ requirement, ...need }) => ({
      ...need,
      requirement: requirement || null,
      districtId: districts.get(need.schoolId)!,
      id: ctx.newId(),
      clusterId: unit.id,
      schoolYear: year,
      status: '拟报' as const,
      addedAt: ctx.now,
      addedBy: ctx.actor.name,
    })),
  )
  ctx.note({ ...noteAt(unit), schoolYear: year, needs: added })
  return { added, already: needs.length - added }
}

export async function changeNeed(
  ctx: Context,
  { need }: NeedSubject,
  { n, requirement }: Input<typeof needApi.change>['body'],
): Promise<Record<string, never>> {
  if (!(await updateNeed(ctx.db, need, { n, requirement: requirement || null }))) throw postsProblems.needReported()
  ctx.note({ ...noteOf(need), before: need.n, after: n })
  return {}
}

export async function removeNeed(ctx: Context, { need }: NeedSubject): Promise<Record<string, never>> {
  if (!(await deleteNeed(ctx.db, need))) throw postsProblems.needReported()
  ctx.note({ ...noteOf(need), stage: need.stage, subject: need.subject, n: need.n })
  return {}
}

/** All that is on the list and not yet reported goes to the district in one go. */
export async function reportNeeds(
  ctx: Context,
  unit: UnitSubject,
  { year, on, number }: Input<typeof needApi.report>['body'],
): Promise<Reply<typeof needApi.report>> {
  const against = whyNotReport(on, ctx.today)
  if (against) throw platformProblems.badInput({ issues: [against] })
  const of = { districtIds: await listDistrictIds(ctx.db), clusterId: unit.id, schoolYear: year }
  const said = { reportedOn: on, reportedBy: ctx.actor.name, reportNumber: number || null }
  const reported = await updateReported(ctx.db, of, said)
  if (reported.length === 0) throw postsProblems.nothingToReport()
  const people = reported.reduce((sum, { n }) => sum + n, 0)
  ctx.note({ ...noteAt(unit), schoolYear: year, on, needs: reported.length, people })
  return { needs: reported.length, people }
}

export async function closeNeed(
  ctx: Context,
  { need }: NeedSubject,
  { hired, on }: Input<typeof needApi.close>['body'],
): Promise<Record<string, never>> {
  const against = whyNotHired(hired, need)
  if (against) throw platformProblems.badInput({ issues: [against] })
  const closed = { status: outcomeOf(hired), hired, closedOn: on, closedBy: ctx.actor.name }
  if (!(await updateClosed(ctx.db, need, closed))) throw postsProblems.needNotReported()
  ctx.note({ ...noteOf(need), hired, on })
  return {}
}

const noteOf = ({ districtId, schoolId, id }: NeedRow) => ({ districtId, unitId: schoolId, subjectId: id })

export async function loadNeed(ctx: Context, id: string): Promise<NeedSubject | undefined> {
  const need = await findNeed(ctx.db, await listDistrictIds(ctx.db), id)
  const unit = need && (await loadCluster(ctx, need.clusterId))
  return need && unit && { need, unit }
}
