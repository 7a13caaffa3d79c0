import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { route, type Host } from '#platform/route.ts'
import { refuse } from '#shared/problem.ts'
import { findUnit, unitAccess } from '#modules/organizations/index.ts'
import { deleteRefused } from './correction.sql.ts'
import { importAccess } from './import.access.ts'
import { importApi } from './import.contract.ts'
import { enqueueStep, importPath } from './import.jobs.ts'
import { importInReply, inReply, lineInReply, loadImport, type ImportAtHand } from './import.reply.ts'
import { stepsOpen } from './import.rules.ts'
import { listImports, markImport } from './import.sql.ts'
import { transferProblems } from './problems.ts'
import { listObstacles, undoImport } from './undo.actions.ts'
import { keepUpload } from './upload.actions.ts'

export function importRoutes(host: Host): void {
  decisionRoutes(host)
  undoRoutes(host)

  route(host, importApi.upload, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.import,
    perMinute: 60,
    run: async (ctx, { subject, body }) => importInReply(ctx, await keepUpload(ctx, subject, body.file), host.jobs),
  })

  route(host, importApi.read, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.read,
    run: async (ctx, { subject }) => inReply(ctx, subject, host.jobs),
  })

  route(host, importApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.import,
    run: async (ctx, { subject }) => ({
      imports: (await listImports(ctx.db, subject.districtId, subject.id)).map(lineInReply),
    }),
  })
}

/** What is done with a checked file: it is taken or let go. */
function decisionRoutes(host: Host): void {
  route(host, importApi.take, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.take,
    run: async (ctx, { subject }) => {
      refuse(whyNotTake(subject, existsSync(importPath(ctx.config, subject.id))))
      const { districtId, id } = subject
      const isFirst = await markImport(ctx.db, { districtId, id, from: ['checked'], to: 'taking' })
      if (!isFirst) throw transferProblems.alreadyDone()
      await enqueueStep(ctx, subject)
      return importInReply(ctx, id, host.jobs)
    },
  })

  route(host, importApi.discard, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.discard,
    run: async (ctx, { subject }) => {
      const { districtId, id } = subject
      const step = { districtId, id, from: ['checked'], to: 'discarded' } as const
      if (!(await markImport(ctx.db, step, { endedAt: ctx.now }))) throw transferProblems.alreadyDone()
      await deleteRefused(ctx.db, subject)
      await rm(importPath(ctx.config, id), { force: true })
      return importInReply(ctx, id, host.jobs)
    },
  })
}

/** A taken import is taken back as a whole, or it is told what stands in the way. */
function undoRoutes(host: Host): void {
  route(host, importApi.obstacles, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.undo,
    run: async (ctx, { subject }) => ({ obstacles: await listObstacles(ctx, subject) }),
  })

  route(host, importApi.undo, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.undo,
    run: async (ctx, { subject }) => {
      refuse(subject.status === 'taken' ? undefined : transferProblems.notTakenIn())
      await undoImport(ctx, subject)
      return importInReply(ctx, subject.id, host.jobs)
    },
  })
}

const whyNotTake = ({ status, report }: ImportAtHand, isThere: boolean) => {
  if (status === 'waiting' || status === 'checking') return transferProblems.notChecked()
  if (!stepsOpen(status, report, false).includes('take')) return transferProblems.alreadyDone()
  return isThere ? undefined : transferProblems.fileGone()
}
