export const grades = ['小班', '中班', '大班', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级', '高一', '高二', '高三'] as const // prettier-ignore
export type Grade = (typeof grades)[number]

/** A class of a school, by its name: 七（3）班. No pupil stands in it. */
export interface SchoolClass {
  name: string
  grade: Grade | null
}

/** 七(3)班 and 七（3）班 are one class; written with full-width brackets. */
export const className = (text: string): string =>
  text.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）').replace(/^([^班]+[）\d])$/, '$1班') // prettier-ignore

const sixth = /^预[备初]/
const middle = /^初([一二三])/
const high = /^高([一二三123])/
const small = /^([小中大])(?:班|（|\d)/
const plain = /^([一二三四五六七八九1-9])(?:年级|（)|^([一二三四五六七八九])\d/

const isGrade = (text: string): text is Grade => (grades as readonly string[]).includes(text)
const asGrade = (text: string): Grade | undefined => (isGrade(text) ? text : undefined)
const inWords = (digit: string): string => '一二三四五六七八九'[Number(digit) - 1] ?? digit
const middleGrades: Record<string, Grade> = { 一: '七年级', 二: '八年级', 三: '九年级' }

/** The grade that a class is called by; undefined where its name does not say: 701班, 实验班. */
export function gradeOfClass(name: string): Grade | undefined {
  if (sixth.test(name)) return '六年级'
  const inMiddle = middle.exec(name)?.[1]
  if (inMiddle) return middleGrades[inMiddle]
  const inHigh = high.exec(name)?.[1]
  if (inHigh) return asGrade(`高${inWords(inHigh)}`)
  const inSmall = small.exec(name)?.[1]
  if (inSmall) return asGrade(`${inSmall}班`)
  const [, digit, bare] = plain.exec(name) ?? []
  const nth = digit ?? bare
  return nth === undefined ? undefined : asGrade(`${inWords(nth)}年级`)
}

/** What stands before the number in the name of a class of a grade: 七, 高一, 大. */
const before = (grade: Grade): string => grade.replace(/年级|班/, '')

/** The name by which a class is known in its whole school: of 七年级 3班 is 七（3）班. */
export function wholeClassName(text: string, grade: Grade | null): string {
  const name = className(text)
  const number = /^（?(\d{1,2})）?班$/.exec(name)?.[1]
  return grade !== null && number !== undefined ? `${before(grade)}（${Number(number)}）班` : name
}

/** The name of a class beside its grade: 七年级 and （3）班. */
export function nameInGrade({ name, grade }: SchoolClass): string {
  if (grade === null) return name
  const rest = [grade, before(grade)].find(
    (start) => name.startsWith(start) && /^[（\d]/.test(name.slice(start.length)),
  )
  return rest === undefined ? name : name.slice(rest.length)
}

const orderOf = ({ grade }: SchoolClass): number => (grade === null ? grades.length : grades.indexOf(grade))

/** By grade, then by number: 七（2）班 stands before 七（10）班. */
export const inClassOrder = (a: SchoolClass, b: SchoolClass): number =>
  orderOf(a) - orderOf(b) || a.name.localeCompare(b.name, 'zh', { numeric: true })

/** The classes written so far, and one more: 四（1）班、四（2）班. */
export const withClass = (text: string, name: string): string =>
  text.trim() === '' ? name : `${text.trim().replace(/[、，,；;]$/, '')}、${name}`

/** Those of the names that are not among the classes written so far. */
export const notYetIn = (text: string, names: readonly string[]): string[] => {
  const said = new Set(text.split(/[、，,；;\s]+/).map(className))
  return names.filter((name) => !said.has(name))
}
