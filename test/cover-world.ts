import { createHash } from 'node:crypto'
import type { Database, Db } from '#platform/database/database.ts'
import { insertLessons, insertTimetable } from '#modules/cover/timetable.sql.ts'
import { PLACES, teacherId } from './cast-places.ts'

const { districtA, s1, s2 } = PLACES

/** A Monday of the cast's year, eight in the morning. */
export const MONDAY = '2023-10-16'
export const MORNING = new Date(`${MONDAY}T08:00:00+08:00`)

/** No session of theirs runs out while a test turns the clock. */
const LATER = new Date('2030-01-01T00:00:00Z')

/** Teachers of the cast with accounts of their own: who is away, and who may be asked. */
export const HANDS = {
  absent: teacherId(s1, 1),
  own: teacherId(s1, 2),
  near: teacherId(s2, 1),
  free: teacherId(s2, 3),
} as const
export type Hand = keyof typeof HANDS
const hands = Object.keys(HANDS) as Hand[]
const number = (hand: Hand) => String(hands.indexOf(hand) + 1).padStart(12, '0')
export const handAccount = (hand: Hand): string => `00000000-0000-7000-a100-${number(hand)}`
/** The cookie of the session that each of them has. */
export const handCookie = (hand: Hand): string => `yanzhen=the-session-of-${hand}`

/**
 * Beside the cast: all teachers of S1 and S2 teach mathematics at 初中. On Mondays the first of S1 gives the third lesson,
 * while the third of S1 is busy; of S2 the second comes too late from the next lesson, the first and the third are free.
 */
export async function insertCoverWorld(database: Database): Promise<void> {
  await database.transact('owner', async (db) => {
    await db.updateTable('people.teacherYear').set({ subject: '数学', stage: '初中' }).where('schoolId', 'in', [s1, s2]).execute() // prettier-ignore
    await insertWeek(db, s1, 1, [[1, 1, 3, '七（1）班'], [1, 1, 5, '七（2）班'], [2, 1, 1, '七（1）班'], [3, 1, 3, '七（2）班']]) // prettier-ignore
    await insertWeek(db, s2, 2, [[1, 1, 7, '六（1）班'], [2, 1, 4, '六（2）班'], [3, 2, 1, '六（1）班'], [3, 2, 2, '六（2）班']]) // prettier-ignore
    for (const hand of hands) await insertHand(db, hand)
  })
}

type Written = readonly [teacher: number, weekday: number, period: number, className: string]

async function insertWeek(db: Db, schoolId: number, n: number, lessons: readonly Written[]): Promise<void> {
  const timetableId = `00000000-0000-7000-9200-00000000000${n}`
  const span = { fromDay: '2023-09-01', untilDay: '2024-01-20', weekOne: '2023-08-28' }
  const about = { schoolYear: 2023, term: '上学期' as const, fileName: '课表.xlsx', lessons: lessons.length }
  const at = { districtId: districtA, schoolId }
  await insertTimetable(db, { ...at, ...span, ...about, id: timetableId, takenAt: MORNING, takenBy: '某人' })
  const rows = lessons.map(([teacher, weekday, period, className], index) => ({
    ...{ ...at, timetableId, teacherId: teacherId(schoolId, teacher), className, weekday, period },
    id: `00000000-0000-7000-92${n}0-00000000000${index}`,
    ...{ subject: '数学', weeks: '每周' as const, campusId: null },
  }))
  await insertLessons(db, rows)
}

async function insertHand(db: Db, hand: Hand): Promise<void> {
  const id = handAccount(hand)
  const teacher = { teacherDistrictId: districtA, teacherId: HANDS[hand] }
  const account = { id, login: `hand-${hand}`, name: hand, passwordHash: '', createdAt: new Date(0), ...teacher }
  await db.insertInto('identity.account').values(account).execute()
  const unitId = hand === 'absent' || hand === 'own' ? s1 : s2
  const grant = { id: id.replace('-a100-', '-b100-'), accountId: id, role: 'teacher' as const, unitId, fromDay: '2020-09-01' } // prettier-ignore
  await db.insertInto('identity.grant').values(grant).execute()
  const tokenHash = createHash('sha256').update(`the-session-of-${hand}`).digest()
  await db
    .insertInto('identity.session')
    .values({ tokenHash, accountId: id, createdAt: LATER, seenAt: LATER })
    .execute()
}
