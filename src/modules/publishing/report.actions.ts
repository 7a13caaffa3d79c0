import { schoolYearName } from '#shared/school-year.ts'
import { refuse } from '#shared/problem.ts'
import type { Block, Document } from '#shared/block.ts'
import type { Input } from '#shared/endpoint.ts'
import { dayOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { findUnit, listYears } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { hashOf, versionOf } from './content.ts'
import { tellCluster } from './report.notices.ts'
import { publishingProblems } from './problems.ts'
import type { Change, reportApi, reportVerbs, RuleVersion } from './report.contract.ts'
import {
  changesBetween,
  documentOf,
  framed,
  whyNot,
  whyNotDated,
  whyNotReword,
  withdrawnOf,
  wordable,
} from './report.rules.ts'
import {
  deleteReport,
  deleteWording,
  findCorrection,
  findOpenReport,
  findReport,
  findReportToChange,
  insertReport,
  insertWordingsOf,
  listWordings,
  saveWording,
  updateReport,
  type NewReport,
  type ReportRow,
} from './report.sql.ts'

/** A report with its cluster. */
export type Loaded = ReportRow & { unit: UnitSubject }

export async function loadReport(ctx: Context, reportId: string): Promise<Loaded | undefined> {
  const row = await findReport(ctx.db, reportId)
  const unit = row && (await findUnit(ctx.db, row.unitId, ctx.today))
  return row && unit && { ...row, unit }
}

/** The report as it now stands, to be changed by nobody else meanwhile, if the step may be taken. */
async function toChange(
  ctx: Context,
  { districtId, id, unit }: Loaded,
  verb: (typeof reportVerbs)[number],
): Promise<Loaded> {
  const row = await findReportToChange(ctx.db, districtId, id)
  if (!row) throw publishingProblems.notIssued()
  refuse(whyNot(verb, row))
  ctx.note({ districtId, unitId: unit.id, subjectId: id, schoolYear: row.schoolYear, file: row.title })
  return { ...row, unit }
}

interface Generated {
  blocks: Block[]
  rules: RuleVersion[]
}

/** Everything that the modules have to tell, from the figures as they stand in this transaction. */
async function generate(ctx: Context, unit: UnitSubject, schoolYear: number): Promise<Generated> {
  const packs = policiesOf(ctx.policies, unit.districtId).packs
  const rules = packs.filter(({ cluster }) => cluster === undefined || cluster === unit.name).map(versionOf)
  const told: Block[] = []
  for (const section of [...ctx.sections].sort((a, b) => a.order - b.order)) {
    const blocks = await section.build(ctx, { unitId: unit.id, districtId: unit.districtId, schoolYear })
    if (blocks.length > 0) told.push({ kind: 'heading', level: 1, text: section.title }, ...blocks)
  }
  const facts = { unitName: unit.name, year: schoolYearName(schoolYear), figuresDay: ctx.today, rules }
  return { blocks: framed(told, facts), rules }
}

export async function createReport(ctx: Context, unit: UnitSubject, schoolYear: number): Promise<string> {
  const year = schoolYearName(schoolYear)
  if (!(await listYears(ctx.db, unit.id)).includes(schoolYear)) throw publishingProblems.noMembers({ year })
  await refuseSecond(ctx, { districtId: unit.districtId, unitId: unit.id, schoolYear })
  const id = ctx.newId()
  await insertDraft(ctx, {
    id,
    districtId: unit.districtId,
    unitId: unit.id,
    schoolYear,
    edition: 1,
    replaces: null,
    status: 'draft',
    title: `${unit.name}${year}基本情况`,
    number: '',
    signature: `${unit.name}办公室`,
    signedOn: null,
    contact: '',
    figuresAt: ctx.now,
    figuresDay: ctx.today,
    createdAt: ctx.now,
    ...(await generate(ctx, unit, schoolYear)),
  })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: id, schoolYear })
  return id
}

/** A cluster has one draft of a school year: whoever begins another is shown to it. */
async function refuseSecond(ctx: Context, year: Parameters<typeof findOpenReport>[1]): Promise<void> {
  const open = await findOpenReport(ctx.db, year)
  if (open) throw publishingProblems.draftOpen(open)
}

/** The same where both were begun at once: the figures take a while, and only one of the drafts gets in. */
async function insertDraft(ctx: Context, draft: NewReport): Promise<void> {
  if (await insertReport(ctx.db, draft)) return
  await refuseSecond(ctx, draft)
  // The other one has gone in the meantime.
  await insertDraft(ctx, draft)
}

export async function editDetails(
  ctx: Context,
  loaded: Loaded,
  details: Input<typeof reportApi.edit>['body'],
): Promise<void> {
  const report = await toChange(ctx, loaded, 'edit')
  const signedOn = details.signedOn || null
  refuseDate(signedOn, report)
  await updateReport(ctx.db, report, { ...details, signedOn, failure: null })
}

/** Said at the field where the day stands. */
function refuseDate(signedOn: string | null, { figuresDay }: Loaded): void {
  const message = whyNotDated(signedOn, figuresDay)
  if (message) throw platformProblems.badInput({ issues: [{ path: 'signedOn', message }] })
}

/** Puts the office's words in the place of generated ones; null, or the very same words, takes those back. */
export async function editWords(
  ctx: Context,
  loaded: Loaded,
  { key, from, words }: Input<typeof reportApi.word>['body'],
): Promise<void> {
  const report = await toChange(ctx, loaded, 'edit')
  const over = wordable(report.blocks).find((paragraph) => paragraph.key === key)?.text
  if (over === undefined) throw publishingProblems.noSuchWords()
  const stored = (await listWordings(ctx.db, report)).find((wording) => wording.key === key)
  const stands = { words: stored?.words ?? over, who: stored?.actorName ?? null }
  refuse(whyNotReword(stands, { from, words: words ?? over }))
  await updateReport(ctx.db, report, { failure: null })
  if (words === null || words === over) return deleteWording(ctx.db, report, key)
  const { districtId, id: reportId, unitId } = report
  const by = { editedAt: ctx.now, accountId: ctx.actor.id, actorName: ctx.actor.name }
  await saveWording(ctx.db, { districtId, reportId, unitId, key, words, over, ...by })
}

/** Counts anew; the office's words stay, and those whose generated words changed are marked by it. */
export async function refreshFigures(ctx: Context, loaded: Loaded): Promise<Change[]> {
  const report = await toChange(ctx, loaded, 'edit')
  const fresh = await generate(ctx, report.unit, report.schoolYear)
  await updateReport(ctx.db, report, { ...fresh, figuresAt: ctx.now, figuresDay: ctx.today, failure: null })
  return changesBetween(report.blocks, fresh.blocks)
}

/** The document of a report: once issued what went out, withdrawn with the mark of it, before that as it stands. */
export async function currentDocument(db: Context['db'], report: ReportRow, final = false): Promise<Document> {
  if (report.document && report.withdrawnAt) return withdrawnOf(report.document, dayOf(report.withdrawnAt))
  if (report.document) return report.document
  const wordings = await listWordings(db, report)
  const former = report.replaces === null ? undefined : await findReport(db, report.replaces)
  return documentOf({ ...report, former }, new Map(wordings.map(({ key, words }) => [key, words])), final)
}

/** Under what its files are kept: those of a withdrawn report bear its mark, those that went out stay as they are. */
export const contentOf = ({ status, contentHash }: ReportRow, document: Document): string =>
  (status === 'withdrawn' ? null : contentHash) ?? hashOf(document)

const KIND = 'publishing.make'

/** Has the files made of a draft as it stands. */
export async function makeDraft(ctx: Context, loaded: Loaded): Promise<void> {
  await startJob(ctx, await toChange(ctx, loaded, 'edit'), {})
}

/** Freezes the document; when its files are made it is issued. Where they cannot be made it is a draft again. */
export async function issueReport(ctx: Context, loaded: Loaded): Promise<void> {
  const report = await toChange(ctx, loaded, 'issue')
  refuseDate(report.signedOn, report)
  const dated = { ...report, signedOn: report.signedOn ?? ctx.today }
  const document = await currentDocument(ctx.db, dated, true)
  const frozen = { document, contentHash: hashOf(document), signedOn: dated.signedOn }
  await startJob(ctx, report, { status: 'issuing', ...frozen })
}

async function startJob(ctx: Context, report: Loaded, changed: Parameters<typeof updateReport>[2]): Promise<void> {
  const { districtId, id, unitId } = report
  const jobId = await ctx.enqueue({ kind: KIND, districtId, unitId, payload: { reportId: id }, key: id })
  await updateReport(ctx.db, report, { ...changed, failure: null, ...(jobId !== undefined && { jobId }) })
}

/** An issued report stays readable, and says that it holds no longer: on its page, in files of its own, and to whoever got it. */
export async function withdrawReport(ctx: Context, loaded: Loaded, reason: string): Promise<void> {
  const report = await toChange(ctx, loaded, 'withdraw')
  const withdrawn = { status: 'withdrawn', withdrawnAt: ctx.now, withdrawnReason: reason } as const
  await startJob(ctx, report, withdrawn)
  await tellCluster(ctx, report, { kind: 'publishing.withdrawn', title: `《${report.title}》已撤回`, text: reason })
}

/** A draft of the next edition, with the same words and the figures of now. */
export async function correctReport(ctx: Context, loaded: Loaded): Promise<string> {
  const former = await toChange(ctx, loaded, 'correct')
  if (await findCorrection(ctx.db, former.districtId, former.id)) throw publishingProblems.alreadyCorrected()
  const { districtId, unitId, schoolYear, title, signature, contact, unit } = former
  await refuseSecond(ctx, former)
  const id = ctx.newId()
  const same = { districtId, unitId, schoolYear, title, signature, contact, number: '', signedOn: null }
  const at = { figuresAt: ctx.now, figuresDay: ctx.today, createdAt: ctx.now }
  const next = { id, edition: former.edition + 1, replaces: former.id, status: 'draft' } as const
  await insertDraft(ctx, { ...same, ...at, ...next, ...(await generate(ctx, unit, schoolYear)) })
  await insertWordingsOf(ctx.db, former, id)
  return id
}

export async function dropDraft(ctx: Context, loaded: Loaded): Promise<void> {
  await deleteReport(ctx.db, await toChange(ctx, loaded, 'drop'))
}
