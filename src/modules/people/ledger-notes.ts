import type { Book, Findings } from '#platform/ledger.ts'
import { exemptPeriods } from './eligibility.actions.ts'
import { listFrozenVerdicts, listFrozenYears } from './eligible-list.sql.ts'
import { exemptUntil } from './exemption.rules.ts'
import { ifSamePerson } from './staff-number.rules.ts'
import type { TeacherRecord } from './teacher.rules.ts'
import { isAnyZeroLed, listStaffNumbers, listVolunteers, type StaffNumber } from './teacher.sql.ts'
import { frozenWords } from './year.rules.ts'

interface Person {
  districtId: number
  teacherId: string
}

/** What was noted by hand, and so weighs on a ledger's rows: exemptions, wishes, frozen lists, numbers that look alike. */
export interface Notes {
  /** What decides beside the row's own cells. */
  standingOf(person: Person): { volunteered: boolean; exemptUntil: string | null }
  /** Warns where the register will say something else than the frozen list, and of a number that lost its zeros. */
  check(record: TeacherRecord, findings: Findings): void
  /** Two numbers that were merged are one person: the second of them in a ledger is a fault. */
  claim(record: TeacherRecord, findings: Findings): void
}

/** Looks up the notes about the teachers of a batch. */
export async function lookUpNotes(
  book: Book,
  found: readonly StaffNumber[],
  staffNos: readonly string[],
): Promise<Notes> {
  const { ctx, schoolYear } = book
  const ids = [...new Set(found.map(({ teacherId }) => teacherId))]
  const districtIds = book.districtIds()
  const periods = await exemptPeriods(ctx, found)
  const volunteers = ids.length > 0 ? new Set(await listVolunteers(ctx.db, districtIds, ids, schoolYear)) : new Set()
  const frozen = await frozenOf(book, found, ids)
  const alike = await alikeOf(book, found, staffNos)
  const claimed = new Map<string, string>()
  return {
    standingOf: (person) => ({
      volunteered: volunteers.has(person.teacherId),
      exemptUntil: exemptUntil(periods(person), schoolYear),
    }),
    check(record, findings) {
      const words = frozen(record)
      if (words) findings.warn('符合交流条件', 'people.frozen', words)
      const other = alike.find((one) => ifSamePerson(one.staffNo, record.staffNo))
      if (other) findings.warn('工号', 'people.lostZeros', lostZeros(record.staffNo, other.staffNo))
    },
    claim({ teacherId, staffNo }, findings) {
      const other = claimed.get(teacherId)
      if (other === undefined) claimed.set(teacherId, staffNo)
      if (other !== undefined && other !== staffNo)
        findings.fault('工号', 'people.mergedTwice', `工号“${staffNo}”与“${other}”已合并为同一人，请只保留一行。`)
    },
  }
}

/** The number with more zeros is the right one: spreadsheets drop zeros and never add any. */
const lostZeros = (staffNo: string, onFile: string): string =>
  onFile.length > staffNo.length
    ? `工号“${staffNo}”与名册中的“${onFile}”可能是同一人，前面少了 0。`
    : `工号“${staffNo}”与名册中的“${onFile}”可能是同一人，名册中的前面少了 0。`

/** Says what a frozen list means for a record; the lists are asked for once a batch, and mostly there are none. */
async function frozenOf(book: Book, found: readonly StaffNumber[], ids: readonly string[]) {
  const { ctx, schoolYear } = book
  const schools = found.filter(({ schoolId }) => book.school(schoolId))
  const lists = schools.length > 0 ? await listFrozenYears(ctx.db, schools) : []
  const open = new Set(lists.filter((list) => list.schoolYear === schoolYear).map(({ schoolId }) => schoolId))
  const all = open.size > 0 ? await listFrozenVerdicts(ctx.db, book.districtIds(), ids) : []
  const verdicts = new Map(all.filter((one) => one.schoolYear === schoolYear).map((one) => [one.teacherId, one]))
  return (record: TeacherRecord): string | undefined => {
    const verdict = verdicts.get(record.teacherId)
    return verdict || open.has(record.schoolId) ? frozenWords(schoolYear, verdict, record) : undefined
  }
}

/**
 * Whose numbers on file are like those of a batch that are not on file themselves. Spreadsheets drop the zeros of what
 * looks like a number only; where no number on file begins with one, none is looked for.
 */
async function alikeOf(
  book: Book,
  found: readonly StaffNumber[],
  staffNos: readonly string[],
): Promise<readonly StaffNumber[]> {
  const known = new Set(found.map(({ staffNo }) => staffNo))
  const unknown = staffNos.filter((staffNo) => /^\d+$/.test(staffNo) && !known.has(staffNo))
  if (unknown.length === 0) return []
  const { db } = book.ctx
  const withZeros = (await isAnyZeroLed(db, book.districtIds())) ? unknown.flatMap((no) => [`0${no}`, `00${no}`]) : []
  const spellings = [...withZeros, ...unknown.flatMap(shorterOf)]
  if (spellings.length === 0) return []
  const onFile = await listStaffNumbers(db, book.districtIds(), spellings)
  // A school that hands in is not told the numbers of others' teachers.
  return onFile.filter(({ schoolId }) => book.school(schoolId) && (book.ownSchool ?? schoolId) === schoolId)
}

const shorterOf = (staffNo: string): string[] => [
  ...(/^0./.test(staffNo) ? [staffNo.slice(1)] : []),
  ...(/^00./.test(staffNo) ? [staffNo.slice(2)] : []),
]
