import type { Instance, School, Teacher } from './instance.ts'

/** A subject of a stage in a school: how many teach it, and how many it lacks (> 0) or has to spare (< 0). */
export interface Cell {
  school: number
  stage: string
  subject: string
  teachers: number
  lacks: number
}

/** An instance with its things at hand, everything in one order: whatever order it came in, the plan is the same. */
export interface Ground {
  instance: Instance
  schools: readonly School[]
  teachers: readonly Teacher[]
  /** Who may move this year, by number. */
  pool: readonly Teacher[]
  schoolOf: ReadonlyMap<number, School>
  teacherOf: ReadonlyMap<string, Teacher>
  cells: ReadonlyMap<string, Cell>
  schoolsOf: ReadonlyMap<string, readonly School[]>
}

export const cellKey = (school: number, stage: string, subject: string) => `${school}|${stage}|${subject}`

export function layGround(instance: Instance): Ground {
  const schools = [...instance.schools].sort((a, b) => a.id - b.id)
  const teachers = [...instance.teachers].sort((a, b) => compare(a.id, b.id))
  return {
    instance,
    schools,
    teachers,
    pool: teachers.filter(({ eligible, placedAt }) => eligible && placedAt === undefined),
    schoolOf: new Map(schools.map((school) => [school.id, school])),
    teacherOf: new Map(teachers.map((teacher) => [teacher.id, teacher])),
    cells: cellsOf(instance, teachers),
    schoolsOf: byStage(schools),
  }
}

function cellsOf({ needs }: Instance, teachers: readonly Teacher[]): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const cellAt = (school: number, stage: string, subject: string) => {
    const key = cellKey(school, stage, subject)
    const cell = cells.get(key) ?? { school, stage, subject, teachers: 0, lacks: 0 }
    cells.set(key, cell)
    return cell
  }
  for (const { home, stage, subject } of teachers) cellAt(home, stage, subject).teachers++
  for (const { school, stage, subject, lacks } of needs) cellAt(school, stage, subject).lacks += lacks
  return new Map([...cells].sort(([a], [b]) => compare(a, b)))
}

function byStage(schools: readonly School[]): Map<string, School[]> {
  const found = new Map<string, School[]>()
  for (const school of schools)
    for (const stage of Object.keys(school.pupils)) found.set(stage, [...(found.get(stage) ?? []), school])
  return found
}

/** By code units: the same on every machine, whatever its language. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whole steps of 100 m between two places. */
export const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.floor(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2))
