import { minutesOf } from '#shared/bells.ts'

/** Somewhere a teacher has to be on that day: an own lesson, one at another school, one taken over already. */
export interface Visit {
  fromTime: string
  untilTime: string
  /** The campus, or the school where it has none. */
  placeId: number
  /** 第3节数学（七（1）班） */
  words: string
}

/** The lesson that somebody is wanted for. */
export interface Wanted {
  /** Who is away. */
  teacherId: string
  schoolId: number
  placeId: number
  fromTime: string
  untilTime: string
  subject: string
  /** Unknown: nobody is left out for it. */
  stage: string | null
}

export interface Candidate {
  teacherId: string
  schoolId: number
  schoolName: string
  pinyin: string
  stage: string | null
  subject: string | null
  /** Whether the school's timetable is on file: without it nobody can tell who is free. */
  hasTimetable: boolean
  isAway: boolean
  visits: readonly Visit[]
  /** Lessons in that week, and lessons taken over in that term. */
  weekLessons: number
  covers: number
}

export interface Ranked {
  teacherId: string
  schoolId: number
  /** Why at this place: 本校，本周 12 节，本学期代课 1 次. */
  why: string
}

/** 'busy' and the like nobody can change; whom the school asks all the same may be of another subject. */
export type OutKind = 'self' | 'away' | 'busy' | 'travel' | 'unknown' | 'subject' | 'stage'

export interface Out {
  teacherId: string
  schoolId: number
  kind: OutKind
  why: string
}

export type Travel = (from: number, to: number) => number

/** Whoever can come, the best first, and everybody else with the reason. The order of the candidates does not matter. */
export function rank(
  wanted: Wanted,
  candidates: readonly Candidate[],
  travel: Travel,
): { ranked: Ranked[]; out: Out[] } {
  const out: Out[] = []
  const fit: Candidate[] = []
  for (const candidate of candidates) {
    const against = whyNot(wanted, candidate, travel)
    if (against) out.push({ teacherId: candidate.teacherId, schoolId: candidate.schoolId, ...against })
    else fit.push(candidate)
  }
  const minutes = (one: Candidate) => travel(one.schoolId, wanted.schoolId)
  const own = (one: Candidate) => (one.schoolId === wanted.schoolId ? 0 : 1)
  fit.sort(
    (a, b) =>
      own(a) - own(b) ||
      burdenOf(a) - burdenOf(b) ||
      minutes(a) - minutes(b) ||
      textOrder(a.pinyin, b.pinyin) ||
      textOrder(a.teacherId, b.teacherId),
  )
  const ranked = fit.map((one) => ({
    teacherId: one.teacherId,
    schoolId: one.schoolId,
    why: wordsFor(one, own(one) === 0 ? undefined : minutes(one)),
  }))
  return { ranked, out: out.sort((a, b) => textOrder(a.teacherId, b.teacherId)) }
}

const textOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const burdenOf = ({ weekLessons, covers }: Pick<Candidate, 'weekLessons' | 'covers'>): number =>
  weekLessons + covers

function wordsFor({ schoolName, weekLessons, covers }: Candidate, minutes: number | undefined): string {
  const place = minutes === undefined ? '本校' : `${schoolName}，路上约 ${minutes} 分钟`
  return `${place}，本周 ${weekLessons} 节，本学期代课 ${covers} 次`
}

type Against = Pick<Out, 'kind' | 'why'>

/** Why somebody cannot or should not come; undefined where nothing speaks against it. */
export function whyNot(wanted: Wanted, candidate: Candidate, travel: Travel): Against | undefined {
  return whyNotFree(wanted, candidate, travel) ?? whyNotQualified(wanted, candidate)
}

/** What makes it impossible: being away, being elsewhere, or not getting there in time. */
export function whyNotFree(wanted: Wanted, candidate: Candidate, travel: Travel): Against | undefined {
  if (candidate.teacherId === wanted.teacherId) return { kind: 'self', why: '就是缺课的教师本人' }
  if (candidate.isAway) return { kind: 'away', why: '当天也不在校' }
  const busy = candidate.visits.find((one) => one.fromTime < wanted.untilTime && wanted.fromTime < one.untilTime)
  if (busy) return { kind: 'busy', why: `这时有课：${busy.words}` }
  return whyNotThere(wanted, candidate, travel)
}

function whyNotThere(wanted: Wanted, { visits }: Candidate, travel: Travel): Against | undefined {
  for (const visit of visits) {
    const isBefore = visit.untilTime <= wanted.fromTime
    const need = travel(visit.placeId, wanted.placeId)
    const there = isBefore
      ? minutesOf(wanted.fromTime) - minutesOf(visit.untilTime)
      : minutesOf(visit.fromTime) - minutesOf(wanted.untilTime)
    if (there < need)
      return {
        kind: 'travel',
        why: `${isBefore ? '前面' : '后面'}有${visit.words}，路上要 ${need} 分钟，只有 ${there} 分钟`,
      }
  }
  return undefined
}

function whyNotQualified(wanted: Wanted, candidate: Candidate): Against | undefined {
  if (!candidate.hasTimetable) return { kind: 'unknown', why: `${candidate.schoolName}还没有课表，不知道是否有空` }
  if (candidate.subject === null) return { kind: 'subject', why: '名册里没有任教学科' }
  if (!isSameSubject(candidate.subject, wanted.subject)) return { kind: 'subject', why: `任教${candidate.subject}` }
  if (wanted.stage !== null && candidate.stage !== wanted.stage)
    return { kind: 'stage', why: candidate.stage === null ? '名册里没有任教学段' : `任教学段是${candidate.stage}` }
  return undefined
}

/** Names that one subject goes by: the curriculum of 2022 renamed some. */
const sameSubjects = [
  ['体育', '体育与健康'],
  ['生物', '生物学'],
  ['信息技术', '信息科技', '信息'],
  ['劳动', '劳动技术', '劳技'],
  ['道德与法治', '道法', '思想政治', '思想品德', '品德与社会', '政治'],
  ['科学', '自然'],
  ['英语', '外语'],
]

export const isSameSubject = (a: string, b: string): boolean =>
  a === b || sameSubjects.some((names) => names.includes(a) && names.includes(b))
