import type { Context } from '#platform/context.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import { dayOf } from '#shared/day.ts'
import { listSchoolsOf } from '#modules/organizations/index.ts'
import { KEPT_DAYS } from './correction.actions.ts'
import type { Corrections, RefusedSheet } from './correction.contract.ts'
import { tellsWhose } from './correction.rules.ts'
import { countRefused, type CorrectionState } from './correction.sql.ts'
import { importAccess, type ImportSubject } from './import.access.ts'
import type { ImportRow } from './import.sql.ts'
import type { SheetLayout } from './refusals.ts'

/** An import with what there is to put right in it. */
export type CorrectedImport = ImportRow & CorrectionState & ImportSubject

type Counts = Awaited<ReturnType<typeof countRefused>>

/** What the page of corrections begins with. */
export async function correctionsOf(ctx: Context, subject: CorrectedImport, jobs: Jobs): Promise<Corrections> {
  const counts = await countRefused(ctx.db, subject)
  const { id: importId, fileName, clusterName, schoolYear, status, correctionJob } = subject
  const working = correctionJob === null ? null : (jobs.progressOf(correctionJob) ?? { share: 0, words: '' })
  return {
    importId,
    fileName,
    clusterId: subject.clusterId!,
    clusterName,
    schoolYear,
    status,
    notKept: subject.report?.notKept ?? 0,
    keptUntil: keptUntil(subject, counts),
    sheets: ctx.sheets.flatMap((sheet) => refusedSheet(sheet, subject, counts)),
    schools: await schoolsOf(ctx, subject),
    working,
    failure: subject.correctionFailure,
    can: verbsNow(ctx, subject, counts.length > 0 && working === null),
  }
}

function verbsNow(ctx: Context, subject: CorrectedImport, isOpen: boolean): Corrections['can'] {
  if (!isOpen || !importAccess.correct(ctx.actor, subject)) return []
  if (subject.status === 'checked') return ['edit', 'check']
  return subject.status === 'taken' ? ['edit', 'check', 'take'] : []
}

function refusedSheet(sheet: AnyLedgerSheet, { layout }: CorrectedImport, counts: Counts): RefusedSheet[] {
  const count = counts.find((one) => one.sheet === sheet.name)
  const place = layout?.sheets[sheet.name]
  if (!count || !place) return []
  const { rows, open } = count
  return [{ sheet: sheet.name, columns: columnsAsInFile(sheet, place), rows, open }]
}

const columnsAsInFile = ({ columns, key }: AnyLedgerSheet, { columns: places }: SheetLayout) =>
  columns
    .filter(({ title }) => places[title] !== undefined)
    .sort((a, b) => places[a.title]! - places[b.title]!)
    .map(({ title, kind, required = false, oneOf = [] }) => ({
      title,
      required,
      oneOf: kind === 'yes-no' ? ['是', '否'] : [...oneOf],
      school: kind === 'school' || kind === 'schools',
      several: kind === 'list' || kind === 'schools',
      tellsWhose: tellsWhose({ title, kind, required }, key),
    }))

/** The schools that the file itself brings, and those on file. */
async function schoolsOf(ctx: Context, { clusterId, schoolYear, layout }: CorrectedImport): Promise<string[]> {
  const members = schoolYear === null ? [] : await listSchoolsOf(ctx.db, clusterId!, schoolYear)
  return [...new Set([...(layout?.schools ?? []), ...members.map(({ name }) => name)])]
}

function keptUntil({ status, startedAt, endedAt }: CorrectedImport, counts: Counts): string {
  const moments = [startedAt, endedAt, ...counts.map(({ changedAt }) => changedAt)]
  const last = Math.max(...moments.map((moment) => moment?.getTime() ?? 0))
  return dayOf(new Date(last + KEPT_DAYS[status === 'taken' ? 'taken' : 'checked'] * 86_400_000))
}
