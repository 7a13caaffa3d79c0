import { verbsOn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { clusterReportsAccess, readReport, reportAccess } from './report.access.ts'
import { contentOf, currentDocument, type Loaded } from './report.actions.ts'
import type { Report, ReportLine, Wording } from './report.contract.ts'
import { stepsOpen, wordable } from './report.rules.ts'
import {
  findCorrection,
  findReport,
  listFiles,
  listWordings,
  type ReportLineRow,
  type ReportRow,
} from './report.sql.ts'

export const lineInReply = ({ createdAt, issuedAt, ...line }: ReportLineRow): ReportLine => ({
  ...line,
  createdAt: createdAt.toISOString(),
  issuedAt: issuedAt?.toISOString() ?? null,
})

/** A report as its page shows it to this reader. */
export async function inReply(ctx: Context, jobs: Pick<Jobs, 'progressOf'>, report: Loaded): Promise<Report> {
  const document = await currentDocument(ctx.db, report)
  const files = await listFiles(ctx.db, report.districtId, contentOf(report, document))
  const may = verbsOn(reportAccess, ctx.actor, report)
  const { id, unitId, schoolYear, edition, status, title, number, figuresDay, createdAt, issuedAt } = report
  return {
    ...lineInReply({ id, unitId, schoolYear, edition, status, title, number, figuresDay, createdAt, issuedAt }),
    unitName: report.unit.name,
    sample: report.unit.sample,
    signature: report.signature,
    signedOn: report.signedOn,
    contact: report.contact,
    rules: report.rules,
    replaces: await neighbour(
      ctx,
      report,
      report.replaces === null ? undefined : await findReport(ctx.db, report.replaces),
    ),
    replacedBy: await neighbour(ctx, report, await findCorrection(ctx.db, report.districtId, id)),
    withdrawnAt: report.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: report.withdrawnReason,
    failure: report.failure,
    document,
    words: clusterReportsAccess.seeDrafts(ctx.actor, report.unit) ? await wordsOf(ctx, report) : [],
    files: files.map(({ format, bytes }) => ({ format, bytes })),
    making: report.jobId === null ? null : (jobs.progressOf(report.jobId) ?? { share: 0, words: '排队等候' }),
    can: stepsOpen(status).filter((verb) => may.includes(verb)),
  }
}

/** Another edition, for those who may read that one too. */
async function neighbour(ctx: Context, { unit }: Loaded, other: ReportRow | undefined): Promise<Report['replaces']> {
  if (!other || !readReport(ctx.actor, { ...other, unit })) return null
  return { id: other.id, edition: other.edition, title: other.title }
}

async function wordsOf(ctx: Context, report: Loaded): Promise<Wording[]> {
  if (report.status !== 'draft') return []
  const wordings = new Map((await listWordings(ctx.db, report)).map((wording) => [wording.key, wording]))
  return wordable(report.blocks).map(({ key, under, text }) => {
    const wording = wordings.get(key)
    return {
      key,
      under,
      generated: text,
      words: wording?.words ?? null,
      editedBy: wording?.actorName ?? null,
      editedAt: wording?.editedAt.toISOString() ?? null,
      outdated: wording !== undefined && wording.over !== text,
    }
  })
}
