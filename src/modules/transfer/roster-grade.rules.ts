import { grades, type Grade } from '#shared/school-class.ts'

/** The codes of CEDS, in which OneRoster tells grades, in the order of ours: before kindergarten, kindergarten, 1 to 12. */
const codes = ['PR', 'PK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

export const codeOfGrade = (grade: Grade | null): string => (grade === null ? '' : (codes[grades.indexOf(grade)] ?? ''))

/** What a package says of a class's grade, as a ledger would write it. A class of several grades is of none; what is no code of ours stays as it is and is told. */
export function gradeOfCodes(text: string): string {
  const said = text.split(',').map((one) => one.trim()).filter((one) => one !== '') // prettier-ignore
  const [code] = said
  if (code === undefined || said.length > 1) return ''
  const known = code.toUpperCase().padStart(2, '0')
  return grades[(codes as readonly string[]).indexOf(known)] ?? code
}
