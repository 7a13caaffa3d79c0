import { maskName, maskStaffNo } from '#shared/names.ts'
import { firstDay } from '#shared/school-year.ts'
import { fullYears } from './eligibility.rules.ts'

/** A teacher as the 教师 sheet of one school year has them. Days are the first of a month. */
export interface TeacherRecord {
  key: string
  teacherId: string
  districtId: number
  schoolYear: number
  schoolId: number
  staffNo: string
  name: string
  gender: string | null
  bornOn: string | null
  stage: string | null
  subject: string | null
  title: string | null
  backbone: string | null
  subjectLeader: string | null
  joinedOn: string | null
  declaredEligible: boolean | null
  eligible: boolean
  eligibleReason: string
}

/** A teacher's row of one school year, whole. */
export interface TeacherRow extends Omit<TeacherRecord, 'key'> {
  /** Asked to rotate, noted by hand. */
  volunteered: boolean
  volunteerNote: string | null
  /** Whether it stands as a ledger brought it in; false once it was edited by hand. */
  imported: boolean
}

export const stages = ['学前', '小学', '初中', '高中', '中职', '社区'] as const
export const titles = ['正高级教师', '高级教师', '一级教师', '二级教师', '三级教师', '未评'] as const
export const backboneLevels = ['市骨干', '区骨干', '区后备', '区新秀', '校骨干'] as const
export const subjectLeaderLevels = ['市学科带头人', '区学科带头人'] as const

/** The form of an ID-card number, in which a careless staff number would reveal a person; no such number is kept. */
export const looksLikeIdCard = (text: string): boolean => /^\d{17}[\dX]$/i.test(text)

/** Nobody teaches younger than this: a month of birth that says so is a slip of the pen. */
const YOUNGEST = 16

/** Why a month of birth cannot be, in words; undefined where it can. */
export function whyNotBorn(
  { bornOn, joinedOn }: { bornOn: string | null; joinedOn: string | null },
  schoolYear: number,
): string | undefined {
  if (bornOn === null) return undefined
  const tooYoung = (day: string) => fullYears(bornOn, day) < YOUNGEST
  if (tooYoung(firstDay(schoolYear)))
    return `出生年月 ${bornOn.slice(0, 7)} 有误：${schoolYear}学年开始时还不满 ${YOUNGEST} 周岁，请核对。`
  if (joinedOn !== null && tooYoung(joinedOn))
    return `出生年月 ${bornOn.slice(0, 7)} 有误：到本校任教（${joinedOn.slice(0, 7)}）时还不满 ${YOUNGEST} 周岁，请核对这两项。`
  return undefined
}

/**
 * What goes with the name. The ground of a verdict tells an exemption or an age; what was declared and what was asked for
 * would tell an exemption too, beside the verdict that they did not decide.
 */
const untold = { bornOn: null, eligibleReason: '', declaredEligible: null, volunteered: false }

/** A line as it may be shown: without what tells who it is, and why it was judged so, unless the reader sees names there. */
export function shown<T extends { name: string; staffNo: string } & Partial<Pick<TeacherRow, keyof typeof untold>>>(
  line: T,
  named: boolean,
): T & { masked: boolean } {
  if (named) return { ...line, masked: false }
  const hidden = Object.fromEntries(Object.entries(untold).filter(([field]) => field in line))
  return { ...line, ...hidden, name: maskName(line.name), staffNo: maskStaffNo(line.staffNo), masked: true }
}
