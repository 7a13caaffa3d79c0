import type { Policy } from '#shared/access.ts'
import { Download, DOCX, PDF, XLSX } from '#platform/download.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { findUnit, listYears } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { readKept } from './file-store.ts'
import { publishingProblems } from './problems.ts'
import { clusterReportsAccess, readReport, reportAccess } from './report.access.ts'
import {
  contentOf,
  correctReport,
  createReport,
  currentDocument,
  dropDraft,
  editDetails,
  editWords,
  issueReport,
  loadReport,
  makeDraft,
  refreshFigures,
  withdrawReport,
  type Loaded,
} from './report.actions.ts'
import { reportApi, type Format, type Report } from './report.contract.ts'
import { inReply, lineInReply } from './report.reply.ts'
import { listFiles, listReports, type ReportRow } from './report.sql.ts'

export function reportRoutes(host: Host): void {
  const again = (ctx: Context, id: string): Promise<Report> => readAgain(ctx, host, id)
  const load = (ctx: Context, { params }: { params: { reportId: string } }) => loadReport(ctx, params.reportId)
  listRoutes(host)
  draftRoutes(host)
  draftEndRoutes(host)

  route(host, reportApi.read, { load, may: readReport, run: (ctx, { subject }) => inReply(ctx, host.jobs, subject) })

  route(host, reportApi.issue, {
    load,
    may: reportAccess.issue,
    run: async (ctx, { subject }) => {
      await issueReport(ctx, subject)
      return again(ctx, subject.id)
    },
  })

  route(host, reportApi.withdraw, {
    load,
    may: reportAccess.withdraw,
    run: async (ctx, { subject, body }) => {
      await withdrawReport(ctx, subject, body.reason)
      return again(ctx, subject.id)
    },
  })

  route(host, reportApi.correct, {
    load,
    may: reportAccess.correct,
    run: async (ctx, { subject }) => again(ctx, await correctReport(ctx, subject)),
  })

  route(host, reportApi.file, {
    load,
    may: readReport,
    audited: true,
    run: (ctx, { subject, params }) => fileOf(ctx, subject, params.format),
  })
}

/** The reports of a cluster, and a new one. */
function listRoutes(host: Host): void {
  const load = (ctx: Context, { params }: { params: { unitId: number } }) => findUnit(ctx.db, params.unitId, ctx.today)

  route(host, reportApi.list, {
    load,
    may: clusterReportsAccess.read,
    run: async (ctx, { subject }) => ({
      reports: (await listReports(ctx.db, placeOf(subject), statusesFor(ctx, subject))).map(lineInReply),
      years: await listYears(ctx.db, subject.id),
      can: clusterReportsAccess.create(ctx.actor, subject) ? ['create' as const] : [],
    }),
  })

  route(host, reportApi.create, {
    load,
    may: clusterReportsAccess.create,
    run: async (ctx, { subject, body }) => readAgain(ctx, host, await createReport(ctx, subject, body.schoolYear)),
  })
}

const placeOf = ({ id, districtId }: UnitSubject) => ({ districtId, unitId: id })
const statusesFor = (ctx: Context, unit: UnitSubject) =>
  clusterReportsAccess.seeDrafts(ctx.actor, unit)
    ? (['draft', 'issuing', 'issued', 'withdrawn'] as const)
    : (['issued', 'withdrawn'] as const)

/** What is done to a draft: its words, its figures. */
function draftRoutes(host: Host): void {
  const may: Policy<Loaded> = reportAccess.edit
  const load = (ctx: Context, { params }: { params: { reportId: string } }) => loadReport(ctx, params.reportId)

  route(host, reportApi.edit, {
    load,
    may,
    run: async (ctx, { subject, body }) => {
      await editDetails(ctx, subject, body)
      return readAgain(ctx, host, subject.id)
    },
  })

  route(host, reportApi.word, {
    load,
    may,
    run: async (ctx, { subject, body }) => {
      await editWords(ctx, subject, body)
      return readAgain(ctx, host, subject.id)
    },
  })

  route(host, reportApi.refresh, {
    load,
    may,
    run: async (ctx, { subject }) => {
      const changes = await refreshFigures(ctx, subject)
      return { report: await readAgain(ctx, host, subject.id), changes }
    },
  })
}

/** A draft is looked at as files, or given up. */
function draftEndRoutes(host: Host): void {
  const load = (ctx: Context, { params }: { params: { reportId: string } }) => loadReport(ctx, params.reportId)

  route(host, reportApi.make, {
    load,
    may: reportAccess.edit,
    run: async (ctx, { subject }) => {
      await makeDraft(ctx, subject)
      return readAgain(ctx, host, subject.id)
    },
  })

  route(host, reportApi.drop, {
    load,
    may: reportAccess.drop,
    run: async (ctx, { subject }) => {
      await dropDraft(ctx, subject)
      return {}
    },
  })
}

async function readAgain(ctx: Context, host: Host, id: string): Promise<Report> {
  const report = await loadReport(ctx, id)
  if (!report) throw new Error(`report ${id} was just written and is not there`)
  return inReply(ctx, host.jobs, report)
}

const types = { docx: DOCX, pdf: PDF, xlsx: XLSX }

const statusMarks: Partial<Record<ReportRow['status'], string>> = { draft: '（草稿）', withdrawn: '（已撤回）' }

/** A draft's files are those of its present words; an issued report's are those that were made for it, and no others. */
async function fileOf(ctx: Context, report: Loaded, format: Format): Promise<Download> {
  const contentHash = contentOf(report, await currentDocument(ctx.db, report))
  const stored = (await listFiles(ctx.db, report.districtId, contentHash)).find((file) => file.format === format)
  if (!stored) throw publishingProblems.noFile()
  const { districtId, unitId, id, title, edition, status, schoolYear } = report
  ctx.note({ districtId, unitId, subjectId: id, schoolYear, file: `${title}.${format}` })
  const marks = `${edition > 1 ? `（第${edition}版）` : ''}${statusMarks[status] ?? ''}`
  return new Download(`${title}${marks}.${format}`, types[format], await readKept(ctx.config, stored))
}
