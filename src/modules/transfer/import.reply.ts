import { verbsOn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { findUnit } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { importAccess } from './import.access.ts'
import type { Import } from './import.contract.ts'
import { stepsOpen } from './import.rules.ts'
import { findImport, type ImportLine, type ImportRow } from './import.sql.ts'

/** An import with what deciding about it needs. */
export type ImportAtHand = ImportRow & { unit: UnitSubject; school: UnitSubject | undefined }

export async function loadImport(ctx: Context, importId: string): Promise<ImportAtHand | undefined> {
  const row = await findImport(ctx.db, importId)
  const unit = row?.clusterId ? await findUnit(ctx.db, row.clusterId, ctx.today) : undefined
  const school = row?.schoolId ? await findUnit(ctx.db, row.schoolId, ctx.today) : undefined
  return row && unit && { ...row, unit, school }
}

/** An import as it stands now. */
export async function importInReply(ctx: Context, importId: string, jobs: Jobs): Promise<Import> {
  const subject = await loadImport(ctx, importId)
  if (!subject) throw new Error(`import ${importId} was just written and is not there`)
  return inReply(ctx, subject, jobs)
}

export function inReply(ctx: Context, subject: ImportAtHand, jobs: Jobs): Import {
  const may = verbsOn(importAccess, ctx.actor, subject)
  const { districtId: _, unit: __, school: ___, jobId, ...row } = subject
  return {
    ...row,
    ...moments(row),
    progress: jobId === null ? null : progressOf(jobs, jobId, row.status),
    can: stepsOpen(row.status, row.report, row.schoolId !== null).filter((verb) => may.includes(verb)),
  }
}

/** The job tells how many rows of which sheet it has read. */
function progressOf(jobs: Jobs, jobId: string, status: Import['status']): Import['progress'] {
  const told = jobs.progressOf(jobId)
  if (!told) return status === 'checking' || status === 'taking' ? { rows: 0, share: 0, sheet: '' } : null
  const [rows, sheet = ''] = told.words.split(' ')
  return { rows: Number(rows), share: told.share, sheet }
}

export const lineInReply = ({ districtId: _, jobId: __, ...row }: ImportLine) => ({ ...row, ...moments(row), can: [] })

const moments = ({ startedAt, endedAt, undoneAt }: Pick<ImportRow, 'startedAt' | 'endedAt' | 'undoneAt'>) => ({
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  undoneAt: undoneAt?.toISOString() ?? null,
})
