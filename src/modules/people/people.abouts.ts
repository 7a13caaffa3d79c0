import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { About, StoredPart } from '#platform/about.ts'
import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { listFrozenYearsOf } from './about.sql.ts'
import { listExemptions } from './exemption.sql.ts'
import { listTeacherRows } from './year.sql.ts'

const text = (value: string | null) => value ?? '—'
const month = (day: string | null) => day?.slice(0, 7) ?? '—'

/** What the register, the exemptions, the frozen lists and the work on file hold about a teacher, for the teacher's own eyes. */
export const teacherAbout: About = {
  name: 'people.teachers',
  list: async (ctx, { teacher }) =>
    teacher
      ? [
          await yearsOf(ctx, teacher),
          await exemptionsOf(ctx, teacher),
          await listsOf(ctx, teacher),
          ...(await factsOf(ctx, teacher)),
        ]
      : [],
}

/** What the other modules have on file of the teacher, in the words in which the teacher's page tells it. */
const factsOf = (ctx: Context, teacher: TeacherKey): Promise<StoredPart[]> =>
  ctx.asOwner(async (db) => {
    const parts: StoredPart[] = []
    for (const { title, list } of ctx.teacherFacts)
      parts.push({
        title,
        purpose: '从台账来，用于统计学区的工作，和教师名册一起保留。',
        columns: ['学年', '日期', '内容'],
        rows: (await list({ ...ctx, db }, teacher)).map(({ schoolYear, day, words }) => [
          schoolYearName(schoolYear),
          day === null ? '—' : dayInWords(day),
          words,
        ]),
      })
    return parts
  })

async function yearsOf(ctx: Context, { districtId, teacherId }: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listTeacherRows(db, [districtId], teacherId))
  const units = await listUnitNames(
    ctx.db,
    rows.map(({ schoolId }) => schoolId),
  )
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.name ?? ''
  return {
    title: '教师名册',
    purpose: '用于统计师资和交流轮岗，逐学年保存，学区撤销前一直保留。',
    columns: ['学年', '学校', '工号', '姓名', '性别', '出生年月', '学段', '任教学科', '职称', '骨干类别', '学科带头人', '到本校任教', '符合交流条件', '依据'], // prettier-ignore
    rows: rows.map((row) => [
      schoolYearName(row.schoolYear),
      nameOf(row.schoolId),
      row.staffNo,
      row.name,
      text(row.gender),
      month(row.bornOn),
      text(row.stage),
      text(row.subject),
      text(row.title),
      text(row.backbone),
      text(row.subjectLeader),
      month(row.joinedOn),
      row.eligible ? '是' : '否',
      row.eligibleReason,
    ]),
  }
}

async function exemptionsOf(ctx: Context, { districtId, teacherId }: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listExemptions(db, [districtId], teacherId))
  return {
    title: '免予交流的情况',
    purpose: '用于判定是否符合交流条件；只有学区办和本校领导看得到是哪一种情况和佐证。',
    columns: ['情况', '开始', '结束', '说明', '佐证', '登记人', '是否撤回'],
    rows: rows.map((row) => [
      row.kind,
      dayInWords(row.fromDay),
      dayInWords(row.untilDay),
      text(row.note),
      text(row.proofName),
      row.recordedBy,
      row.withdrawnAt ? '已撤回' : '—',
    ]),
  }
}

async function listsOf(ctx: Context, teacher: TeacherKey): Promise<StoredPart> {
  const rows = await ctx.asOwner((db) => listFrozenYearsOf(db, teacher))
  return {
    title: '冻结的符合交流条件名单',
    purpose: '每学年冻结一次，作为交流轮岗比例的基数，以后更正名册不改变它。',
    columns: ['学年', '学校', '符合交流条件', '依据'],
    rows: rows.map((row) => [schoolYearName(row.schoolYear), row.schoolName, row.eligible ? '是' : '否', row.reason]),
  }
}
