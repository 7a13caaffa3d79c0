/** A teacher of the sample, and what they teach. */
export interface SampleTeacher {
  teacherId: string
  subject: string
}

export interface SampleLesson extends SampleTeacher {
  className: string
  weekday: number
  period: number
}

const MOST_LESSONS = 12
const PERIODS = 7

/** A plausible week: every teacher has some lessons, nobody and no class is in two places at once. */
export function sampleWeek(teachers: readonly SampleTeacher[], classes: readonly string[]): SampleLesson[] {
  const busy = new Set<string>()
  return teachers.flatMap((teacher, at) => {
    const lessons: SampleLesson[] = []
    for (let slot = 0; slot < 5 * PERIODS && lessons.length < MOST_LESSONS; slot++) {
      const [weekday, period] = [(slot % 5) + 1, Math.floor(slot / 5) + 1]
      const className = classes[(at + weekday + period) % classes.length]!
      if ((at + weekday + period) % 3 === 0 || busy.has(`${weekday}-${period}-${className}`)) continue
      busy.add(`${weekday}-${period}-${className}`)
      lessons.push({ ...teacher, className, weekday, period })
    }
    return lessons
  })
}
