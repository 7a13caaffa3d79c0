/** Of what a file may be evidence. The sheet of a month is not among them: it is numbers alone. */
export const evidenceAbouts = ['联合活动', '家长学校', 'AED与救护培训'] as const
export type EvidenceAbout = (typeof evidenceAbouts)[number]

/** Something that points at files. */
export interface Thing {
  about: EvidenceAbout
  thing: string
}

export const ofActivity = (id: string): Thing => ({ about: '联合活动', thing: id })
export const ofAid = (id: string): Thing => ({ about: 'AED与救护培训', thing: id })
/** The parents' school of a school in a school year. */
export const ofParentSchool = (schoolId: number, schoolYear: number): Thing => ({
  about: '家长学校',
  thing: `${schoolId}:${schoolYear}`,
})

/** How many files one thing may point at. */
export const MOST_FILES = 10

/** Which of the files that are asked for may not be pointed at: those of another school, unless they stood here before. */
export const strangeFiles = (
  asked: readonly string[],
  known: readonly { id: string; schoolId: number }[],
  { schoolId, before }: { schoolId: number; before: readonly string[] },
): string[] =>
  asked.filter((id) => !before.includes(id) && !known.some((one) => one.id === id && one.schoolId === schoolId))

/** A file's own name may tell whose it is: whoever does not keep the school's matters reads it under this one. */
export const plainFileName = (name: string, n?: number): string =>
  `佐证材料${n ?? ''}${/\.[A-Za-z\d]{1,8}$/.exec(name)?.[0]?.toLowerCase() ?? ''}`

/** Where a file is used, in words: 联合活动《走进博物馆》, 2023学年家长学校. */
export function useInWords({ about, thing }: Thing, titleOf: (activityId: string) => string | undefined): string {
  if (about === '联合活动') return `联合活动《${titleOf(thing) ?? ''}》`
  return about === '家长学校' ? `${thing.split(':')[1]}学年家长学校` : about
}
