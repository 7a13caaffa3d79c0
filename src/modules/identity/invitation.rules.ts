/** A school as somebody may write it in a list. */
export interface NamedSchool {
  id: number
  name: string
  shortName: string
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

/** Which school each line means, by full or short name; the names that no school or several have. */
export function readSchools<L extends { school: string }, S extends NamedSchool>(
  lines: readonly L[],
  schools: readonly S[],
): { found: { line: L; school: S }[]; unknown: string[] } {
  const read = lines.map((line) => {
    const named = schools.filter((school) => [school.name, school.shortName].map(plain).includes(plain(line.school)))
    return { line, school: named.length === 1 ? named[0] : undefined }
  })
  return {
    found: read.flatMap(({ line, school }) => (school ? [{ line, school }] : [])),
    unknown: [...new Set(read.filter(({ school }) => !school).map(({ line }) => line.school))],
  }
}
