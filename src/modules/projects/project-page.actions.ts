import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { factsOf, filesById, type KeptFile } from '#modules/files/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { shownName } from '#modules/teaching-research/index.ts'
import type { Milestone } from './milestone.contract.ts'
import { listMilestones, type MilestoneRow } from './milestone.sql.ts'
import { projectAccess, readsProofs, registersProjects } from './project.access.ts'
import type { Project, projectApi, ProjectLine } from './project.contract.ts'
import { ownTeacher, schoolsNow, type ProjectSubject } from './project.load.ts'
import { isLate, nextOf, stateOf } from './project.rules.ts'
import { listProjects, type ProjectRow } from './project.sql.ts'

export async function readProjects(ctx: Context, unit: UnitSubject): Promise<Reply<typeof projectApi.list>> {
  const rows = await listProjects(ctx.db, { districtId: unit.districtId, clusterId: unit.id })
  const steps = await listMilestones(ctx.db, unit.districtId, rows.map(({ id }) => id)) // prettier-ignore
  const byProject = grouped(steps, ({ projectId }) => projectId)
  const me = await ownTeacher(ctx)
  const may = registersProjects(ctx.actor, unit, { schools: await schoolsNow(ctx, unit), ownSchool: me?.schoolId })
  const isMine = (row: ProjectRow) => me?.teacherId === row.headId && me.districtId === row.headDistrictId
  const projects = rows.map((row) => lineOf(ctx, row, byProject.get(row.id) ?? [], isMine(row)))
  return { projects, may, self: me?.name ?? null }
}

function lineOf(ctx: Context, row: ProjectRow, steps: readonly MilestoneRow[], isKnown: boolean): ProjectLine {
  const { id, title, level, number, from, until, endedAs, school } = row
  const head = { districtId: row.headDistrictId, schoolId: row.schoolId, name: row.headName }
  const next = endedAs === null ? nextOf(steps) : undefined
  return {
    ...{ id, title, level, number, from, until, state: stateOf(endedAs, steps, ctx.today) },
    head: { ...shownName(ctx, head, isKnown), school },
    next: next ? { title: next.title, dueOn: next.dueOn, isLate: isLate(next, ctx.today) } : null,
  }
}

export async function readProject(ctx: Context, subject: ProjectSubject): Promise<Project> {
  const { row, unit, members, steps, own } = subject
  const isIn = own !== null
  const reads = readsProofs(ctx.actor, subject)
  const files = await filesById(ctx, row.districtId, reads ? steps.flatMap(({ fileId }) => fileId ?? []) : [])
  return {
    ...lineOf(ctx, row, steps, isIn),
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, about: row.about },
    ...{ endedOn: row.endedOn, endedWhy: row.endedWhy ?? '' },
    people: members.map((one) => {
      const { id, school, from, until } = one
      return { ...shownName(ctx, one, isIn), id, school, from, until }
    }),
    milestones: steps.map((step) => {
      const shown = milestoneOf(step, ctx.today, reads ? files : undefined)
      return row.endedOn === null ? shown : { ...shown, isLate: false }
    }),
    can: row.endedOn === null ? verbsOn(projectAccess, ctx.actor, subject) : [],
  }
}

function milestoneOf(step: MilestoneRow, today: string, files: ReadonlyMap<string, KeptFile> | undefined): Milestone {
  const { id, title, dueOn, doneOn, words, address, fileId } = step
  const file = fileId === null ? undefined : files?.get(fileId)
  const proof = files && doneOn !== null ? { words, address, file: file ? factsOf(file) : null } : null
  return { id, title, dueOn, doneOn, isLate: isLate(step, today), proof }
}
