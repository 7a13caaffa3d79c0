import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { findJob, type JobState } from '#platform/jobs/job.sql.ts'
import { route, type Host } from '#platform/route.ts'
import { findUnit, placeOf } from '#modules/organizations/index.ts'
import { jobAccess, type JobSubject } from './job.access.ts'
import { jobApi } from './job.contract.ts'
import { workbenchProblems } from './problems.ts'

type Subject = JobSubject & { id: string; districtId: number; unitId: number | null; job: JobState }

async function load(ctx: Context, { params }: { params: { jobId: string } }): Promise<Subject | undefined> {
  const job = await findJob(ctx.db, params.jobId)
  if (!job) return undefined
  const { id, accountId, districtId, unitId } = job
  const unit = unitId === null ? undefined : await findUnit(ctx.db, unitId, ctx.today)
  return { id, accountId, districtId, unitId, place: unit ? placeOf(unit) : null, job }
}

function lineOf({ jobs }: Host, job: JobState): Reply<typeof jobApi.read> {
  const kind = jobs.kindOf(job.kind)
  const isDone = job.status === 'done'
  return {
    id: job.id,
    title: jobs.titleOf(job.kind),
    status: job.status,
    since: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
    progress: job.status === 'running' ? jobs.progressOf(job.id) : null,
    failure: job.failure,
    to: (isDone && kind?.to?.(job.result)) || null,
    can: job.status === 'failed' && kind?.again ? ['again'] : [],
  }
}

export function jobRoutes(host: Host): void {
  route(host, jobApi.read, { load, may: jobAccess.read, run: async (_, { subject }) => lineOf(host, subject.job) })

  route(host, jobApi.again, {
    load,
    may: jobAccess.read,
    run: async (ctx, { subject }) => {
      const { kind, status, districtId, unitId, payload } = subject.job
      if (status !== 'failed' || !host.jobs.kindOf(kind)?.again) throw workbenchProblems.noAgain()
      const id = await ctx.enqueue({ kind, districtId, unitId, payload: Object(payload) as object, key: subject.id })
      return { id: id ?? subject.id }
    },
  })
}
