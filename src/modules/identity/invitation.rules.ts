/** A school as somebody may write it in a list. */
export interface NamedSchool {
  id: number
  name: string
  shortName: string
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

/** The schools that a name stands for, be it the full or the short one. */
export const schoolsNamed = <S extends NamedSchool>(written: string, schools: readonly S[]): S[] =>
  schools.filter((school) => [school.name, school.shortName].map(plain).includes(plain(written)))

/** Tells one person at one school from all others, however the name is spaced. */
export const personAt = ({ id }: { id: number }, name: string): string => `${id} ${plain(name)}`

/** Which school each line means, by full or short name; the names that no school or several have. */
export function readSchools<L extends { school: string }, S extends NamedSchool>(
  lines: readonly L[],
  schools: readonly S[],
): { found: { line: L; school: S }[]; unknown: string[] } {
  const read = lines.map((line) => {
    const named = schoolsNamed(line.school, schools)
    return { line, school: named.length === 1 ? named[0] : undefined }
  })
  return {
    found: read.flatMap(({ line, school }) => (school ? [{ line, school }] : [])),
    unknown: [...new Set(read.filter(({ school }) => !school).map(({ line }) => line.school))],
  }
}

/** The first line whose person stands in the list before. */
export const writtenTwice = <F extends { line: { name: string }; school: NamedSchool }>(
  found: readonly F[],
): F | undefined => {
  const persons = found.map(({ line, school }) => personAt(school, line.name))
  return found.find((_, at) => persons.indexOf(persons[at]!) < at)
}

/** A mobile number that lacks a digit or has one too many; other numbers have many lengths. */
export function isBrokenMobile(phone: string): boolean {
  const digits = phone.replace(/\D/g, '').replace(/^(00)?86(?=1[3-9])/, '')
  return /^1[3-9]\d{5,}$/.test(digits) && digits.length !== 11
}
