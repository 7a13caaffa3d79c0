/** Who judges, as far as it matters: the schools at which they work, and whom they are bound to. */
export interface Judge {
  schoolIds: readonly number[]
  teacherId: string | null
  /** Teachers whom they mentor, who mentor them, or with whom they share a studio; each with the word for it. */
  bonds: ReadonlyMap<string, string>
}

/** A work, as far as it matters. */
export interface Judged {
  schoolId: number
  school: string
  teachers: readonly { teacherId: string; schoolId: number }[]
}

/** Why somebody does not judge a work: undefined where nothing is between them. */
export function conflictOf({ schoolIds, teacherId, bonds }: Judge, work: Judged): string | undefined {
  if (work.teachers.some((one) => one.teacherId === teacherId)) return '是作品的教师'
  if (schoolIds.includes(work.schoolId)) return `与作品同属${work.school}`
  if (work.teachers.some(({ schoolId }) => schoolIds.includes(schoolId))) return '与作品的教师同校'
  const bound = work.teachers.find((one) => bonds.has(one.teacherId))
  return bound && `与作品的教师${bonds.get(bound.teacherId)!}`
}
