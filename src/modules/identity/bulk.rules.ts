import { roleNames } from '#shared/access.ts'
import { nearby } from '#shared/nearest.ts'
import { BULK_MOST, BulkLine } from './invitation.contract.ts'
import { personAt, schoolsNamed, type NamedSchool } from './invitation.rules.ts'

/** A line that cannot be sent: its number from 1, as it was written, and why, for the person who pasted it. */
export interface FaultyLine {
  at: number
  text: string
  why: string
}

export interface BulkRead {
  lines: BulkLine[]
  faults: FaultyLine[]
  /** What of the text is to be put right and sent again: the faulty lines, under their headings. */
  left: string
}

type Field = 'school' | 'name' | 'phone' | 'mail' | 'role' | 'rest'
type Written = Partial<Record<Field, string>>

const headings: readonly [RegExp, Field][] = [
  [/^学校/, 'school'],
  [/^(姓名|联络员)/, 'name'],
  [/电话|手机/, 'phone'],
  [/邮箱|邮件/, 'mail'],
  [/^角色/, 'role'],
]
const liaison = [roleNames.liaison, '联络员']
const otherRoles = Object.values(roleNames)

/** Reads what was pasted from a table: each line with a person who can be invited, or why not. Empty lines are passed over. */
export function readBulk(text: string, schools: readonly NamedSchool[]): BulkRead {
  const [lines, faults, left]: [BulkLine[], FaultyLine[], string[]] = [[], [], []]
  const persons = new Set<string>()
  let order: readonly (Field | undefined)[] | undefined
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const parts = partsOf(line)
    if (parts.every((part) => part === '')) continue
    if (isHeading(parts)) {
      order = parts.map(headedBy)
      left.push(line)
      continue
    }
    const judged = judge(order ? byHeading(parts, order) : byLook(parts), schools, persons)
    if (typeof judged !== 'string') lines.push(judged)
    else {
      faults.push({ at: index + 1, text: line.trim(), why: judged })
      left.push(line)
    }
  }
  return { lines, faults, left: faults.length > 0 ? left.join('\n') : '' }
}

const partsOf = (line: string): string[] =>
  (/[\t,，;；]/.test(line) ? line.split(/[\t,，;；]/) : line.trim().split(/\s+/)).map((part) =>
    part.trim().replace(/^"(.*)"$/, '$1'),
  )

const headedBy = (part: string): Field | undefined => headings.find(([title]) => title.test(part))?.[1]

/** A line that calls its columns 学校 and 姓名; a school may well begin with 学校, no person is called 姓名. */
const isHeading = (parts: readonly string[]): boolean =>
  parts.some((part) => /^学校(名称|全称|简称)?$/.test(part)) && parts.some((part) => headedBy(part) === 'name')

const byHeading = (parts: readonly string[], order: readonly (Field | undefined)[]): Written =>
  gathered(parts.map((part, at) => [order[at] === 'phone' ? inPlaceOfPhone(part) : order[at], part]))

/** A role or an address where the number should stand is told as what it is. */
function inPlaceOfPhone(part: string): Field {
  const field = looksLike(part)
  return field === 'rest' ? 'phone' : field
}

/** Without headings: school and name come first, the others are told by how they look. */
const byLook = ([school = '', name = '', ...others]: readonly string[]): Written =>
  gathered([['school', school], ['name', name], ...others.map((part): [Field, string] => [looksLike(part), part])])

function looksLike(part: string): Field {
  if (/[@＠]/.test(part)) return 'mail'
  if (/\d/.test(part.normalize('NFKC'))) return 'phone'
  return liaison.includes(part) || otherRoles.includes(part) ? 'role' : 'rest'
}

/** A number that was written in groups is one number. */
function gathered(fields: readonly [Field | undefined, string][]): Written {
  const written: Written = {}
  for (const [field, part] of fields)
    if (field && part !== '') written[field] = [written[field], part].filter(Boolean).join(' ')
  return written
}

function judge(
  { role, rest, phone, ...written }: Written,
  schools: readonly NamedSchool[],
  persons: Set<string>,
): BulkLine | string {
  if (!written.school || !written.name) return '请写成：学校、姓名、电话'
  if (role && !liaison.includes(role)) return `这里只邀请学校联络员，“${role}”请用“邀请”单独请`
  if (rest) return `多出了“${rest}”，每行只写学校、姓名、电话`
  const entry = BulkLine.safeParse({ ...written, ...(phone && { phone: phone.normalize('NFKC') }) })
  if (!entry.success) return entry.error.issues[0]!.message
  return whyNotAt(entry.data, schools, persons) ?? entry.data
}

/** Notes the person, unless something stands in the way. */
function whyNotAt(line: BulkLine, schools: readonly NamedSchool[], persons: Set<string>): string | undefined {
  const [school, other] = schoolsNamed(line.school, schools)
  if (!school) return whyUnknown(line.school, schools)
  if (other) return `叫“${line.school}”的学校不止一所，请写全称`
  const person = personAt(school, line.name)
  if (persons.has(person)) return `${school.name}的${line.name}前面已经写过`
  if (persons.size >= BULK_MOST) return `一次最多邀请 ${BULK_MOST} 人，这一行请下次再发`
  persons.add(person)
  return undefined
}

function whyUnknown(written: string, schools: readonly NamedSchool[]): string {
  const near = nearby(
    written,
    schools.map(({ name }) => name),
  )
  return `学区里没有“${written}”${near ? `，最接近的是“${near}”` : '，请写学校的全称或简称'}`
}
