import type { Reply } from '#shared/endpoint.ts'
import { plainCode } from '#shared/paper-code.ts'
import type { Context } from '#platform/context.ts'
import { Download, DOCX, PDF } from '#platform/download.ts'
import { platformProblems } from '#platform/problems.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { certificatePaper } from './certificate.rules.ts'
import { findCertificate, findCertificateByCode } from './certificate.sql.ts'
import type { CreditSubject } from './credit.actions.ts'
import type { creditApi } from './credit.contract.ts'

/** The certificate of a course: the same words every time. */
export async function certificateFile(
  ctx: Context,
  { credit }: CreditSubject,
  format: 'pdf' | 'docx',
): Promise<Download> {
  const paper = await ctx.asOwner((db) => findCertificate(db, credit))
  if (!paper) throw platformProblems.notFound()
  const { makeFiles } = await import('#platform/document/make.ts')
  const files = await makeFiles(ctx.config, certificatePaper(paper, ctx.config.siteAddress), () => {})
  ctx.note({ districtId: credit.districtId, unitId: credit.schoolId, subjectId: credit.teacherId, course: paper.title })
  const name = `研修学分证明-${paper.name}-${paper.title}.${format}`
  return new Download(name, format === 'pdf' ? PDF : DOCX, Buffer.from(files[format]))
}

/** What the certificate with this code says, for whoever holds it. */
export async function verifyCertificate(ctx: Context, typed: string): Promise<Reply<typeof creditApi.verify>> {
  const paper = await ctx.asOwner(async (db) => findCertificateByCode(db, await listDistrictIds(db), plainCode(typed)))
  if (!paper) return { certificate: null }
  const { evidence: _, ...shown } = paper
  return { certificate: shown }
}
