import { randomBytes } from 'node:crypto'
import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import { codeOf, plainCode } from '#shared/paper-code.ts'
import type { Context } from '#platform/context.ts'
import { Download, DOCX, PDF } from '#platform/download.ts'
import { policiesOf } from '#platform/policies/book.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listAppraisals, type AppraisalRow } from './appraisal.sql.ts'
import type { certificateApi, CertificateContent, Service, ServiceLine } from './certificate.contract.ts'
import { numberInWords, paperOf, stateOf, yearsInAll } from './certificate.rules.ts'
import {
  findCertificate,
  findCertificateByCode,
  findNextNumber,
  insertCertificate,
  listCertificates,
  markCertificateWithdrawn,
  markSuperseded,
  type CertificateRow,
} from './certificate.sql.ts'
import { certifies, withdrawsCertificate, type ServiceSubject } from './mobility.access.ts'
import { mobilityProblems } from './problems.ts'
import { listOfTeacher } from './rotation-list.sql.ts'
import { findRegistered, type Registered } from './rotation-write.sql.ts'
import { lineOf, withUnits, type Loaded } from './rotation.reply.ts'
import { endOf, yearsServed } from './term.rules.ts'
import { judge } from './verdict.actions.ts'

/** A teacher, and who asks about them. */
export interface LoadedService extends ServiceSubject, TeacherKey {
  teacher: Registered
}

/** The teacher as the latest register has them. Whoever asks is let through by the policy, so the wall is left aside. */
export async function loadService(ctx: Context, key: TeacherKey, isOwn: boolean): Promise<LoadedService | undefined> {
  const teacher = await ctx.asOwner((db) => findRegistered(db, key.districtId, key.teacherId, 9999))
  const home = teacher && (await findUnit(ctx.db, teacher.schoolId, ctx.today))
  return teacher && home && { ...key, teacher, home, isOwn }
}

/** By id in any district; the own one, or one that the reader finds. */
export async function findService(ctx: Context, teacherId: string): Promise<LoadedService | undefined> {
  const own = await findOwnTeacher(ctx)
  if (own?.teacherId === teacherId) return loadService(ctx, own, true)
  for (const districtId of await listDistrictIds(ctx.db)) {
    const seen = await findRegistered(ctx.db, districtId, teacherId, 9999)
    if (seen) return loadService(ctx, { districtId, teacherId }, false)
  }
  return undefined
}

const isServed = ({ status }: Loaded) => status === '已生效' || status === '已结束'

/** Rotations that took effect or are to, with what was said of them and what they count for. */
export async function readService(ctx: Context, one: LoadedService): Promise<Service> {
  const { districtId, teacherId, teacher, home, isOwn } = one
  const { loaded, appraisals, judged, certificates } = await gather(ctx, one)
  const shown = loaded.filter(({ status }) => status !== '拟定')
  return {
    teacherId,
    name: teacher.name,
    homeSchool: home.name,
    years: yearsInAll(loaded.filter(isServed), ctx.today),
    rotations: shown.map((rotation) => ({
      rotation: lineOf(ctx, rotation, isOwn),
      appraisals: appraisals
        .filter(({ rotationId }) => rotationId === rotation.id)
        .map(({ schoolYear, grade, isFinal, words }) => ({ schoolYear, grade, isFinal, words })),
      verdicts: judged.get(rotation.id)!.verdicts,
    })),
    certificates: certificates.map((row) => inReply(row, withdrawsCertificate(ctx.actor, one))),
    purposes: [...policiesOf(ctx.policies, districtId).rotation.purposes],
    can: certifies(ctx.actor, one) && loaded.some(isServed) ? ['certify'] : [],
  }
}

/** All that is on file of a teacher's service, whichever schools it touched. */
function gather(ctx: Context, { districtId, teacherId }: TeacherKey) {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const loaded = await withUnits(inside, await listOfTeacher(db, districtId, teacherId))
    const ids = loaded.map(({ id }) => id)
    const appraisals = await listAppraisals(db, districtId, ids)
    const judged = await judge(inside, loaded)
    return { loaded, appraisals, judged, certificates: await listCertificates(db, districtId, teacherId) }
  })
}

function inReply(row: CertificateRow, mayWithdraw: boolean): Service['certificates'][number] {
  const { state } = stateOf(row)
  return {
    id: row.id,
    number: numberInWords(row),
    code: row.code,
    purpose: row.purpose,
    issuedOn: row.issuedOn,
    issuedBy: row.issuedBy,
    state,
    withdrawnWhy: row.withdrawnWhy,
    years: row.content.years,
    can: mayWithdraw && state === '有效' ? ['withdraw'] : [],
  }
}

/** Writes a certificate of what was served until today; an earlier one for the same purpose is superseded. */
export async function issueCertificate(ctx: Context, one: LoadedService, purpose: string): Promise<string> {
  const { districtId, teacherId, home } = one
  const { purposes } = policiesOf(ctx.policies, districtId).rotation
  if (!purposes.includes(purpose)) throw mobilityProblems.unknownPurpose({ purpose })
  const content = await contentOf(ctx, one)
  const id = ctx.newId()
  const numberYear = Number(ctx.today.slice(0, 4))
  await ctx.asOwner(async (db) => {
    await markSuperseded(db, { districtId, teacherId, purpose }, ctx.today)
    const number = await findNextNumber(db, districtId, numberYear)
    await insertCertificate(db, {
      ...{ districtId, id, teacherId, purpose, number, numberYear },
      schoolId: home.id,
      code: codeOf(randomBytes(12)),
      content: content.content,
      rotationIds: content.rotationIds,
      issuedOn: ctx.today,
      issuedAt: ctx.now,
      issuedBy: ctx.actor.name,
    })
  })
  ctx.note({ districtId, unitId: home.id, subjectId: teacherId, purpose })
  return id
}

async function contentOf(
  ctx: Context,
  one: LoadedService,
): Promise<{ content: CertificateContent; rotationIds: string[] }> {
  const { loaded, appraisals, judged } = await gather(ctx, one)
  const served = loaded.filter(isServed).sort((a, b) => (a.startOn < b.startOn ? -1 : 1))
  if (served.length === 0) throw mobilityProblems.nothingServed()
  const verdicts = served.flatMap(({ id }) => judged.get(id)!.verdicts.filter(({ use }) => use === '提任'))
  const { teacher, home } = one
  const content: CertificateContent = {
    name: teacher.name,
    homeSchool: home.name,
    title: teacher.title,
    subject: teacher.subject,
    years: yearsInAll(served, ctx.today),
    lines: served.map((rotation) => lineFor(ctx, rotation, appraisals)),
    verdicts: bestOfEach(verdicts),
    signature: `${served.at(-1)!.unit.name}办公室`,
    day: ctx.today,
  }
  return { content, rotationIds: served.map(({ id }) => id) }
}

const lineFor = (ctx: Context, one: Loaded, appraisals: readonly AppraisalRow[]): ServiceLine => ({
  startOn: one.startOn,
  endOn: endOf(one),
  fromSchool: one.fromSchool,
  toSchool: one.toSchool,
  form: one.form,
  ftePercent: one.ftePercent,
  status: one.status === '已结束' ? '已结束' : '已生效',
  years: yearsServed(one, ctx.today),
  grades: appraisals
    .filter(({ rotationId }) => rotationId === one.id)
    .map(({ schoolYear, grade, isFinal }) => ({ schoolYear, grade, isFinal })),
})

const rank = ['算', '还不算', '无数据', '不算']

/** Of several rotations the one that satisfies a rule best speaks for all. */
function bestOfEach(verdicts: readonly (CertificateContent['verdicts'][number] & { ruleId: string })[]) {
  const best = new Map<string, CertificateContent['verdicts'][number]>()
  for (const { ruleId, name, clause, words, verdict, why } of verdicts) {
    const before = best.get(ruleId)
    if (!before || rank.indexOf(verdict) < rank.indexOf(before.verdict))
      best.set(ruleId, { name, clause, words, verdict, why })
  }
  return [...best.values()]
}

/** A certificate, and whose it is. */
export interface LoadedCertificate extends ServiceSubject {
  row: CertificateRow
}

export async function loadCertificate(ctx: Context, id: string): Promise<LoadedCertificate | undefined> {
  const districtIds = await listDistrictIds(ctx.db)
  const own = await findOwnTeacher(ctx)
  const row =
    (await findCertificate(ctx.db, districtIds, id)) ??
    (await ctx.asOwner((db) => findCertificate(db, own ? [own.districtId] : [], id)))
  const isOwn = own !== undefined && row?.teacherId === own.teacherId
  const home = row && (await findUnit(ctx.db, row.schoolId, ctx.today))
  return row && home && { row, home, isOwn }
}

/** The paper, made anew from what was written down: the same words every time. */
export async function certificateFile(ctx: Context, row: CertificateRow, format: 'pdf' | 'docx'): Promise<Download> {
  const { makeFiles } = await import('#platform/document/make.ts')
  const { purpose, code } = row
  const number = numberInWords(row)
  const paper = paperOf(row.content, { number, purpose, code, address: ctx.config.siteAddress })
  const files = await makeFiles(ctx.config, paper, () => {})
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.teacherId, number })
  const type = format === 'pdf' ? PDF : DOCX
  return new Download(`交流轮岗服务证明-${row.content.name}.${format}`, type, Buffer.from(files[format]))
}

export async function withdrawCertificate(ctx: Context, { row }: LoadedCertificate, why: string): Promise<void> {
  if (stateOf(row).state !== '有效') throw mobilityProblems.notValid()
  await markCertificateWithdrawn(ctx.db, row, { on: ctx.today, why })
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.teacherId, why })
}

/** What the paper with this code says, for whoever holds it; the name is masked. */
export async function verify(ctx: Context, typed: string): Promise<Reply<typeof certificateApi.verify>> {
  const row = await ctx.asOwner(async (db) => findCertificateByCode(db, await listDistrictIds(db), plainCode(typed)))
  if (!row) return { found: false, certificate: null }
  const { content, code, purpose, issuedOn, withdrawnWhy: why } = row
  const { name, signature, years, lines } = content
  return {
    found: true,
    certificate: {
      ...{ code, purpose, issuedOn, signature, years, why },
      number: numberInWords(row),
      name: maskName(name),
      lines,
      ...stateOf(row),
    },
  }
}
