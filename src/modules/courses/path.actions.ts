import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { oneSchool, schoolsOfWriter } from './entry.actions.ts'
import { whyNotWrite } from './entry.rules.ts'
import type { PathBody, pathApi } from './path.contract.ts'
import type { PathSubject } from './path.load.ts'
import { inOrder, whyNotDropPath, whyNotSteps, whyNotSubmitPath } from './path.rules.ts'
import {
  deletePath,
  deleteSteps,
  hasPathName,
  insertPath,
  insertSteps,
  listChoices,
  updatePath,
  type PathChange,
  type PathRow,
} from './path.sql.ts'
import { coursesProblems } from './problems.ts'

type Key = Pick<PathRow, 'districtId' | 'id' | 'clusterId'>

/** Begins a path for a school of the cluster; who begins it is named as its author, until somebody writes otherwise. */
export async function createPath(
  ctx: Context,
  unit: UnitSubject,
  { schoolId, ...body }: Input<typeof pathApi.create>['body'],
): Promise<string> {
  const own = (await schoolsOfWriter(ctx)).filter(({ clusterIds }) => clusterIds.includes(unit.id))
  if (own.length === 0) throw coursesProblems.pathSchool()
  const school = oneSchool(own, schoolId)
  const key = { districtId: unit.districtId, id: ctx.newId(), clusterId: unit.id }
  const { name, theme = null, aims, byline = `${ctx.actor.name}（${school.name}）` } = body
  const path = { ...key, name, theme, aims, byline, schoolId: school.id, createdBy: ctx.actor.id }
  if (!(await insertPath(ctx.db, path, ctx.now))) throw coursesProblems.pathNameTaken({ name })
  await putSteps(ctx, key, body.steps)
  ctx.note({ districtId: unit.districtId, unitId: school.id, subjectId: key.id, path: name })
  return key.id
}

/** Writes the steps anew: each with a course of its stage. */
async function putSteps(ctx: Context, path: Key, steps: PathBody['steps']): Promise<void> {
  const all = inOrder(steps)
  refuse(whyNotSteps(all, all.length > 0 ? await listChoices(ctx.db, path) : []))
  await deleteSteps(ctx.db, path)
  if (all.length > 0) await insertSteps(ctx.db, path, all)
}

/** Writes a change to a path that nobody changed since the writer saw it. */
export async function changePath(
  ctx: Context,
  path: PathRow,
  fields: PathChange,
  seen = path.revision,
): Promise<number> {
  const revision = await updatePath(ctx.db, { ...path, revision: seen }, fields, ctx.now)
  if (revision === undefined) throw coursesProblems.changedMeanwhile()
  ctx.note({ districtId: path.districtId, unitId: path.schoolId, subjectId: path.id, path: path.name })
  return revision
}

/** One that is admitted stays as it was admitted for everybody else, until the change was reviewed. */
export async function savePath(
  ctx: Context,
  { path }: PathSubject,
  { revision, steps, ...fields }: Input<typeof pathApi.save>['body'],
): Promise<number> {
  refuse(whyNotWrite(path))
  const { name, theme = null, aims, byline = '' } = fields
  if (await hasPathName(ctx.db, path, name)) throw coursesProblems.pathNameTaken({ name })
  const next = await changePath(ctx, path, { name, theme, aims, byline, state: '编写中' }, revision)
  await putSteps(ctx, path, steps)
  return next
}

export async function submitPath(
  ctx: Context,
  { path }: PathSubject,
  { revision }: Input<typeof pathApi.submit>['body'],
): Promise<void> {
  refuse(whyNotWrite(path))
  refuse(whyNotSubmitPath(path, path.shown))
  refuse(whyNotSteps(path.steps, await listChoices(ctx.db, path)))
  await changePath(ctx, path, { state: '学校审核' }, revision)
}

export async function recallPath(ctx: Context, { path }: PathSubject): Promise<void> {
  if (!whyNotWrite(path)) throw coursesProblems.notInReview()
  await changePath(ctx, path, { state: '编写中' })
}

export async function dropPath(ctx: Context, { path }: PathSubject): Promise<void> {
  refuse(whyNotDropPath(path))
  await deletePath(ctx.db, path)
  ctx.note({ districtId: path.districtId, unitId: path.schoolId, subjectId: path.id, path: path.name, before: path })
}
