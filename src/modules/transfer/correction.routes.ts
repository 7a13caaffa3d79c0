import { utimes } from 'node:fs/promises'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { refuse } from '#shared/problem.ts'
import { correctionApi } from './correction.contract.ts'
import { correctionsOf, type CorrectedImport } from './correction.reply.ts'
import { findCorrectionState, listRefused, markCorrecting, updateEdits, type Typed } from './correction.sql.ts'
import { correctionJobs } from './correction.jobs.ts'
import { storable } from './cells.ts'
import { importAccess } from './import.access.ts'
import { importPath } from './import.jobs.ts'
import { loadImport } from './import.reply.ts'
import { rememberAnswers } from './mapping.actions.ts'
import { withoutIdNumbers } from './privacy.rules.ts'
import { transferProblems } from './problems.ts'

/** Refused rows, put right in place. */
export function correctionRoutes(host: Host): void {
  againRoutes(host)

  route(host, correctionApi.read, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.correct,
    run: (ctx, { subject }) => correctionsOf(ctx, subject, host.jobs),
  })

  route(host, correctionApi.rows, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.correct,
    run: async (ctx, { subject, query }) => {
      const rows = await listRefused(ctx.db, subject, query)
      return { rows, next: rows.length < query.limit ? null : rows.at(-1)!.row }
    },
  })

  route(host, correctionApi.save, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.correct,
    run: async (ctx, { subject, body }) => {
      refuse(whyNotType(subject))
      const saved = await updateEdits(ctx.db, subject, body.rows.map(fitToKeep), ctx.now)
      ctx.note({ subjectId: subject.id, rows: saved })
      await keepFile(ctx, subject)
      return { saved }
    },
  })
}

/** The rows are read again: to see what is still wrong, to bring them in, or because a column has a meaning now. */
function againRoutes(host: Host): void {
  const again = async (ctx: Context, subject: CorrectedImport, take: boolean) => {
    refuse(take && subject.status === 'checked' ? transferProblems.notTaken() : whyNotType(subject))
    await begin(ctx, subject, take)
    return correctionsOf(ctx, await loaded(ctx, subject.id), host.jobs)
  }

  route(host, correctionApi.check, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.correct,
    run: (ctx, { subject }) => again(ctx, subject, false),
  })

  route(host, correctionApi.take, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.correct,
    run: (ctx, { subject }) => again(ctx, subject, true),
  })

  route(host, correctionApi.answer, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.correct,
    run: async (ctx, { subject, body }) => {
      refuse(subject.status === 'checked' ? undefined : transferProblems.alreadyDone())
      const { districtId, clusterId, accountId } = subject
      const sender = { districtId, clusterId: clusterId!, accountId: accountId ?? ctx.actor.id }
      // Whoever of a school answers, it is remembered of the one who sends.
      await ctx.asOwner((db) => rememberAnswers({ ...ctx, db }, sender, body.answers))
      await begin(ctx, subject, false)
      return {}
    },
  })
}

async function load(ctx: Context, importId: string): Promise<CorrectedImport | undefined> {
  const one = await loadImport(ctx, importId)
  const state = one && (await findCorrectionState(ctx.db, importId))
  return one && state && { ...one, ...state }
}

async function loaded(ctx: Context, importId: string): Promise<CorrectedImport> {
  const subject = await load(ctx, importId)
  if (!subject) throw new Error(`import ${importId} was just read and is not there`)
  return subject
}

const whyNotType = ({ status }: CorrectedImport) => {
  if (status === 'waiting' || status === 'checking' || status === 'taking') return transferProblems.notChecked()
  return status === 'checked' || status === 'taken' ? undefined : transferProblems.alreadyDone()
}

async function begin(ctx: Context, subject: CorrectedImport, take: boolean): Promise<void> {
  const { id: importId, districtId, clusterId } = subject
  if (subject.correctionJob !== null) throw transferProblems.atWork()
  const job = await ctx.enqueue({
    kind: correctionJobs.name,
    districtId,
    unitId: clusterId,
    payload: { importId, take },
    key: importId,
  })
  if (job === undefined) throw transferProblems.atWork()
  await markCorrecting(ctx.db, subject, job)
  ctx.note({ subjectId: importId, file: subject.fileName })
}

/** As it may be kept: no ID numbers, nothing that no database takes. */
const fitToKeep = ({ id, edits, dropped }: Typed): Typed => ({
  id,
  dropped,
  edits: Object.fromEntries(
    Object.entries(edits).map(([title, text]) => [title, text === null ? null : withoutIdNumbers(storable(text))]),
  ),
})

/** A file that is being put right is kept for as long again. */
async function keepFile({ config, now }: Context, { id, status }: CorrectedImport): Promise<void> {
  if (status === 'checked') await utimes(importPath(config, id), now, now).catch(() => {})
}
