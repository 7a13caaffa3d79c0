import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import type { JobKind, RunningJob } from '#platform/jobs/job.ts'
import type { Document } from '#shared/block.ts'
import { notify } from '#modules/workbench/index.ts'
import { hashOf } from './content.ts'
import { keepFile } from './file-store.ts'
import { currentDocument } from './report.actions.ts'
import { formats } from './report.contract.ts'
import { tellCluster } from './report.notices.ts'
import { findReport, insertFiles, listFiles, updateReport, type ReportRow } from './report.sql.ts'

interface Payload {
  reportId: string
}

interface Work {
  report: ReportRow
  document: Document
  contentHash: string
}

/** Makes the files of a report once for each content; a report that was being issued is issued with that. */
export const makeReport: JobKind<Payload> = {
  name: 'publishing.make',
  title: '生成报告',
  tries: 3,
  run: async (system, job) => {
    const work = await taken(system, job)
    if (!work) return
    await makeOnce(system, job, work)
    await system.inContext((ctx) => finish(ctx, job, work))
  },
  failed: (system, job, failure) =>
    system.inContext(async (ctx) => {
      const report = await findReport(ctx.db, job.payload.reportId)
      if (!report) return
      const again = report.status === 'issuing' ? ({ status: 'draft', document: null, contentHash: null } as const) : {}
      await updateReport(ctx.db, report, { ...again, jobId: null, failure })
      await tellAsker(ctx, job, report, {
        kind: 'publishing.failed',
        key: job.id,
        title: '文件没有生成',
        text: failure,
      })
    }),
}

async function finish(ctx: Context, job: RunningJob<Payload>, { report, contentHash }: Work): Promise<void> {
  const isIssued = report.status === 'issuing'
  const issued = isIssued ? ({ status: 'issued', issuedAt: ctx.now } as const) : {}
  await updateReport(ctx.db, report, { ...issued, jobId: null })
  const text = '可以在线查看，也可以下载 Word、PDF 和 Excel 文件。'
  if (isIssued) return tellCluster(ctx, report, { kind: 'publishing.issued', title: `《${report.title}》已发布`, text })
  if (report.status !== 'draft') return
  const key = `${report.id} ${contentHash}`
  await tellAsker(ctx, job, report, { kind: 'publishing.made', key, title: '草稿文件已生成', text: '可以下载了。' })
}

interface Told {
  kind: string
  key: string
  title: string
  text: string
}

/** Whoever asked for the files has gone on with something else. */
async function tellAsker(
  ctx: Context,
  { accountId }: RunningJob<Payload>,
  report: ReportRow,
  told: Told,
): Promise<void> {
  if (accountId === null) return
  const { districtId, id, title } = report
  const where = { districtId, to: `/reports/${id}`, accountIds: [accountId] }
  await notify(ctx, { ...told, ...where, title: `${title}：${told.title}` })
}

/** Nothing where the draft was dropped meanwhile. */
const taken = (system: System, { payload }: RunningJob<Payload>): Promise<Work | undefined> =>
  system.inContext(async ({ db }) => {
    const report = await findReport(db, payload.reportId)
    if (!report) return undefined
    const document = await currentDocument(db, report)
    return { report, document, contentHash: hashOf(document) }
  })

async function makeOnce(system: System, job: RunningJob<Payload>, { report, document, contentHash }: Work) {
  const { districtId } = report
  const made = await system.inContext(({ db }) => listFiles(db, districtId, contentHash))
  if (made.length === formats.length) return
  const { makeFiles } = await import('#platform/document/make.ts')
  const files = await makeFiles(system.config, document, (progress) => job.tell(progress))
  job.tell({ share: 0.95, words: '正在保存' })
  const kept = await Promise.all(formats.map((format) => keepFile(system.config, format, files[format])))
  await system.inContext(({ db }) => insertFiles(db, districtId, contentHash, kept))
}
