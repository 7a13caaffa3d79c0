import type { System } from '#platform/cli.ts'
import type { JobKind, RunningJob } from '#platform/jobs/job.ts'
import type { Document } from '#shared/block.ts'
import { hashOf } from './content.ts'
import { keepFile } from './file-store.ts'
import { currentDocument } from './report.actions.ts'
import { formats } from './report.contract.ts'
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
    await system.inContext(({ db, now }) => {
      const issued = work.report.status === 'issuing' ? ({ status: 'issued', issuedAt: now } as const) : {}
      return updateReport(db, work.report, { ...issued, jobId: null })
    })
  },
  failed: (system, { districtId, payload }, failure) =>
    system.inContext(async ({ db }) => {
      const report = await findReport(db, payload.reportId)
      if (!report) return
      const again = report.status === 'issuing' ? ({ status: 'draft', document: null, contentHash: null } as const) : {}
      await updateReport(db, { districtId, id: report.id }, { ...again, jobId: null, failure })
    }),
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
