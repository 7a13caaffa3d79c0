import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readingOf, sendFile } from '#modules/files/index.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { addMembers, dropMember } from './member.actions.ts'
import { addMilestone, changeMilestone, dropMilestone, reach } from './milestone.actions.ts'
import { milestoneApi } from './milestone.contract.ts'
import { projectAccess, readsProject, readsProjects, readsProofs } from './project.access.ts'
import { addProject, changeProject, endProject } from './project.actions.ts'
import { projectApi } from './project.contract.ts'
import { loadMilestone, loadProject, loadProof } from './project.load.ts'
import { readProject, readProjects } from './project-page.actions.ts'

type OfProject = { params: { projectId: string } }
type OfStep = { params: { projectId: string; milestoneId: string } }

const load = (ctx: Context, { params }: OfProject) => loadProject(ctx, params.projectId)
const { lead } = projectAccess

export function projectRoutes(host: Host): void {
  const cluster = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
  route(host, projectApi.list, { load: cluster, may: readsProjects, run: (ctx, { subject }) => readProjects(ctx, subject) }) // prettier-ignore
  // Whose project somebody may register is known with its head; for others it is refused by name.
  route(host, projectApi.add, {
    load: cluster,
    may: readsProjects,
    run: async (ctx, { subject, body }) => ({ id: await addProject(ctx, subject, body) }),
  })
  route(host, projectApi.read, { load, may: readsProject, run: (ctx, { subject }) => readProject(ctx, subject) })
  route(host, projectApi.change, { load, may: lead, run: (ctx, { subject, body }) => done(changeProject(ctx, subject, body)) }) // prettier-ignore
  route(host, projectApi.end, { load, may: lead, run: (ctx, { subject, body }) => done(endProject(ctx, subject, body)) }) // prettier-ignore
  route(host, projectApi.addMembers, { load, may: lead, run: (ctx, { subject, body }) => addMembers(ctx, subject, body) }) // prettier-ignore
  route(host, projectApi.endMember, {
    load,
    may: lead,
    run: (ctx, { subject, params, body }) => done(dropMember(ctx, subject, params.memberId, body)),
  })
}

export function milestoneRoutes(host: Host): void {
  const step = (ctx: Context, { params }: OfStep) => loadMilestone(ctx, params.projectId, params.milestoneId)
  const ofStep = { load: step, may: lead }
  route(host, milestoneApi.add, { load, may: lead, run: (ctx, { subject, body }) => done(addMilestone(ctx, subject, body)) }) // prettier-ignore
  route(host, milestoneApi.change, { ...ofStep, run: (ctx, { subject, body }) => done(changeMilestone(ctx, subject, body)) }) // prettier-ignore
  route(host, milestoneApi.reach, { ...ofStep, run: (ctx, { subject, body }) => done(reach(ctx, subject, body)) })
  route(host, milestoneApi.drop, { ...ofStep, run: (ctx, { subject }) => done(dropMilestone(ctx, subject)) })
  const ofFile = { load: (ctx: Context, { params }: OfStep) => loadProof(ctx, params.projectId, params.milestoneId), may: readsProofs } // prettier-ignore
  route(host, milestoneApi.file, {
    ...ofFile,
    run: (ctx, { subject, query, request }) => sendFile(ctx, subject.file, { request, show: query.show === '1' }),
  })
  route(host, milestoneApi.text, { ...ofFile, run: (ctx, { subject }) => readingOf(ctx, subject.file) })
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
