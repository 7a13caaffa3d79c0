import type { NewPin } from './team.contract.ts'

interface Candidate {
  teacherId: string
  name: string
  schoolId: number
  stage: string | null
}

interface Issue {
  path: string
  message: string
}

interface TeamFacts {
  teachers: readonly Candidate[]
  /** Who is in a team already, and who stays for sure. */
  teamed: ReadonlySet<string>
  staying: ReadonlySet<string>
}

/** Why these cannot be a team; undefined where they can. */
export function whyNotTeam(teacherIds: readonly string[], { teachers, teamed, staying }: TeamFacts): Issue | undefined {
  const members = teachers.filter(({ teacherId }) => teacherIds.includes(teacherId))
  const say = (message: string): Issue => ({ path: 'teacherIds', message })
  if (members.length < teacherIds.length) return say('有教师不在符合条件的名单上，请重新选')
  if (new Set(members.map(({ schoolId, stage }) => `${schoolId} ${stage}`)).size > 1)
    return say('组团的教师要在同一学校、同一学段，请重新选')
  const twice = members.find(({ teacherId }) => teamed.has(teacherId))
  if (twice) return say(`${twice.name}已在另一个组团里，请先取消那一个`)
  const stays = members.find(({ teacherId }) => staying.has(teacherId))
  return stays && say(`${stays.name}今年留校，不能编入组团`)
}

interface PinFacts {
  teacher: Candidate | undefined
  /** Schools by id, with the stages that they teach. */
  stagesOf: ReadonlyMap<number, readonly string[]>
  /** What is fixed of this teacher already. */
  pins: readonly { kind: string; toSchoolId: number | null }[]
  /** The school keeps this teacher. */
  kept: boolean
  teamed: boolean
}

/** Why this cannot be fixed beforehand; undefined where it can. */
export function whyNotPin(pin: NewPin, facts: PinFacts): Issue | undefined {
  if (!facts.teacher) return { path: 'teacherId', message: '这位教师不在符合条件的名单上，请重新选' }
  return whyNotSchool(pin, facts.teacher, facts.stagesOf) ?? whyNotBeside(pin, facts)
}

function whyNotSchool(
  { kind, toSchoolId }: NewPin,
  { schoolId, stage, name }: Candidate,
  stagesOf: PinFacts['stagesOf'],
): Issue | undefined {
  if (kind === 'stays') return undefined
  const say = (message: string): Issue => ({ path: 'toSchoolId', message })
  if (toSchoolId === undefined) return say('请选择学校')
  const stages = stagesOf.get(toSchoolId)
  if (!stages || toSchoolId === schoolId) return say('请选一所别的成员校')
  const fits = kind === 'not-to' || stage === null || stages.includes(stage)
  return fits ? undefined : say(`${name}教${stage}，这所学校没有${stage}，请另选一所`)
}

function whyNotBeside({ kind, toSchoolId }: NewPin, { teacher, pins, kept, teamed }: PinFacts): Issue | undefined {
  const say = (message: string): Issue => ({ path: 'kind', message: `${teacher!.name}${message}` })
  if (kind === 'to' && kept) return say('已列入学校的留校名单，请先与学校商定')
  if (kind === 'stays' && teamed) return say('在组团里，请先取消组团')
  const fixed = pins.find((pin) => pin.kind !== 'not-to')
  if (fixed && kind !== 'not-to') return say('已有指定，请先取消原来的')
  const contrary = pins.some((pin) => pin.toSchoolId !== null && pin.toSchoolId === toSchoolId)
  return contrary ? say('对这所学校已有指定，请先取消原来的') : undefined
}
