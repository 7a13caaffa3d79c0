import { dayInWords, dayOf } from '#shared/day.ts'
import { inShort } from '#shared/numbers.ts'
import type { Obstacle } from './import.contract.ts'

interface Resting {
  teacherId: string
  name: string
  what: string
}

interface Later {
  importId: string
  fileName: string
  endedAt: Date
}

const when = (at: Date) => dayInWords(dayOf(at))

const obstacle = (words: string, more: Partial<Obstacle> = {}): Obstacle => ({
  words,
  importId: null,
  teacherId: null,
  schoolId: null,
  ...more,
})

/** A later import wrote over rows of this one: 教师 李华等 3 行：2024年3月5日由《…》再次修改。 */
export function overwrittenBy(later: Later & { sheet: string; rows: number; sample: string | null }): Obstacle {
  const { sheet, rows, sample, fileName, endedAt, importId } = later
  const whose = sample === null ? `${inShort(rows)} 行` : rows === 1 ? sample : `${sample}等 ${inShort(rows)} 行`
  return obstacle(`${sheet} ${whose}：${when(endedAt)}由《${fileName}》再次修改。`, { importId })
}

/** A later import said rows of this one again: without this one it would have written them itself. */
export function confirmedBy(later: Later & { rows: number; schoolName: string | null; accepted: boolean }): Obstacle {
  const { fileName, endedAt, importId, rows, schoolName, accepted } = later
  const whose = schoolName === null ? '' : `（${schoolName}报送${accepted ? '，已通过' : ''}）`
  const words = `${when(endedAt)}导入的《${fileName}》${whose}里也有其中 ${inShort(rows)} 行，请先撤销那一次。`
  return obstacle(words, { importId })
}

/** A later import changed who the members are, or what the schools are called. */
export const membersChangedBy = ({ fileName, endedAt, importId }: Later): Obstacle =>
  obstacle(`成员校和学校资料：${when(endedAt)}由《${fileName}》再次修改。`, { importId })

/** Rows of another import stand at a school that only this one brought. */
export const schoolUsedBy = ({ fileName, endedAt, importId }: Later): Obstacle =>
  obstacle(`这次新增的学校：${when(endedAt)}的《${fileName}》已有它们的数据。`, { importId })

/** A person has changed a row since: what they wrote is not to be lost. */
export function editedByHand(sheet: string, row: Readonly<Record<string, unknown>>): Obstacle {
  const { name, theme, teacher_id: teacherId, school_id: schoolId } = row
  return obstacle(`${sheet} ${String(name ?? theme ?? '一行')}：后来在平台上手工修改过。`, {
    teacherId: typeof teacherId === 'string' ? teacherId : null,
    schoolId: typeof schoolId === 'number' ? schoolId : null,
  })
}

/** Who was a member in a year is part of the list that was frozen of it. */
export function membersFrozen(schools: readonly { name: string; years: readonly number[] }[]): Obstacle[] {
  const [first] = schools
  if (!first) return []
  const whose = schools.length === 1 ? first.name : `${first.name}等 ${schools.length} 所学校`
  const years = [...new Set(schools.flatMap((school) => school.years))].sort().join('、')
  return [
    obstacle(
      `${whose}${years}学年的符合交流条件名单已冻结，撤销会改变这一年的成员校，请先到【教师】的【符合交流条件名单】解除冻结。`,
    ),
  ]
}

/** Somebody recorded something about a person whom only this import brought. */
export const restingOnIt = (sheet: string, { teacherId, name, what }: Resting): Obstacle =>
  obstacle(`${sheet} ${name}：后来登记了${what}，请先撤回登记。`, { teacherId })

interface State {
  memberships: readonly Readonly<Record<string, unknown>>[]
  roster: readonly Readonly<Record<string, unknown>>[]
}

/** The schools of which two states of a cluster say otherwise when and as what they were members. */
export function changedMembers(a: State, b: State): number[] {
  const said = ({ memberships, roster }: State, id: unknown) =>
    JSON.stringify([memberships, roster].map((rows) => rows.filter((row) => row['school_id'] === id)))
  const ids = [a, b].flatMap(({ memberships, roster }) => [...memberships, ...roster].map((row) => row['school_id']))
  return [...new Set(ids as number[])].filter((id) => said(a, id) !== said(b, id))
}

interface Named {
  id: number
  name: string
}

export const membersEditedByHand = (members: readonly Named[], schools: readonly Named[]): Obstacle[] => [
  ...members.map(({ id, name }) => obstacle(`${name}：成员关系后来在平台上手工调整过。`, { schoolId: id })),
  ...schools.map(({ id, name }) => obstacle(`${name}：学校资料后来在平台上手工修改过。`, { schoolId: id })),
]
