/** Posts of one stage and subject at one school. */
export interface PostLine {
  schoolId: number
  stage: string
  subject: string
  /** How many posts there are, as the school states it; null where it has not. */
  established: number | null
  /** Who teaches it, counted from the register. */
  filled: number
  /** How many of those will retire or leave. */
  leaving: number
}

/** What was agreed: so many teachers of a subject go from one school to another. */
export interface Agreed {
  stage: string
  subject: string
  fromSchoolId: number
  toSchoolId: number
  n: number
}

export interface Balance {
  /** Posts without a teacher, and teachers without a post. One of the two is 0. */
  lack: number
  spare: number
  /** Agreed to come, and to go. */
  agreedIn: number
  agreedOut: number
  /** What is open still. */
  left: number
  free: number
}

const isAt = (line: PostLine, { stage, subject }: Pick<Agreed, 'stage' | 'subject'>) =>
  line.stage === stage && line.subject === subject

const sum = (agreed: readonly Agreed[]) => agreed.reduce((total, { n }) => total + n, 0)

/** How a line stands: posts − (teachers − those who leave), and what was agreed about it. */
export function balanceOf(line: PostLine, agreed: readonly Agreed[]): Balance {
  const gap = line.established === null ? 0 : line.established - (line.filled - line.leaving)
  const [lack, spare] = [Math.max(gap, 0), Math.max(-gap, 0)]
  const here = agreed.filter((one) => isAt(line, one))
  const agreedIn = sum(here.filter(({ toSchoolId }) => toSchoolId === line.schoolId))
  const agreedOut = sum(here.filter(({ fromSchoolId }) => fromSchoolId === line.schoolId))
  return { lack, spare, agreedIn, agreedOut, left: Math.max(lack - agreedIn, 0), free: Math.max(spare - agreedOut, 0) }
}

export type Balanced = PostLine & Balance

export interface SubjectSum {
  stage: string
  subject: string
  schools: number
  established: number
  filled: number
  lack: number
  spare: number
  agreed: number
  left: number
}

/** What the lines come to by stage and subject; of schools that have stated nothing there is nothing to add. */
export function sumsOf(lines: readonly Balanced[], stages: readonly string[]): SubjectSum[] {
  const sums = new Map<string, SubjectSum>()
  for (const line of lines) {
    if (line.established === null) continue
    const { stage, subject } = line
    const key = `${stage}|${subject}`
    const before = sums.get(key) ?? { stage, subject, schools: 0, established: 0, filled: 0, lack: 0, spare: 0, agreed: 0, left: 0 } // prettier-ignore
    sums.set(key, {
      ...before,
      schools: before.schools + 1,
      established: before.established + line.established,
      filled: before.filled + line.filled,
      lack: before.lack + line.lack,
      spare: before.spare + line.spare,
      agreed: before.agreed + line.agreedIn,
      left: before.left + line.left,
    })
  }
  return [...sums.values()].sort(inSubjectOrder(stages))
}

/** By stage in their own order, then by subject. */
export const inSubjectOrder =
  (stages: readonly string[]) =>
  <T extends { stage: string; subject: string }>(a: T, b: T): number => {
    const at = ({ stage }: T) => (stages.includes(stage) ? stages.indexOf(stage) : stages.length)
    return at(a) - at(b) || a.subject.localeCompare(b.subject, 'zh-CN', { numeric: true })
  }

export interface Meeting {
  stage: string
  subject: string
  fromSchoolId: number
  toSchoolId: number
  n: number
  /** Between the two schools; null where one has no place on the map. */
  km: number | null
}

type Distance = (a: number, b: number) => number | null

/** Where one school's spare teachers meet another's lack of the same stage and subject: the nearest two first, each counted once. */
export function meetingsOf(lines: readonly Balanced[], distance: Distance): Meeting[] {
  const free = new Map(lines.map((line) => [line, line.free]))
  const left = new Map(lines.map((line) => [line, line.left]))
  const meetings: Meeting[] = []
  for (const { from, to, km } of pairsOf(lines, distance)) {
    const n = Math.min(free.get(from)!, left.get(to)!)
    if (n === 0) continue
    free.set(from, free.get(from)! - n)
    left.set(to, left.get(to)! - n)
    const { stage, subject } = to
    meetings.push({ stage, subject, fromSchoolId: from.schoolId, toSchoolId: to.schoolId, n, km })
  }
  return meetings
}

function pairsOf(lines: readonly Balanced[], distance: Distance) {
  const pairs = lines
    .filter((to) => to.left > 0)
    .flatMap((to) =>
      lines
        .filter((from) => from.free > 0 && isAt(from, to) && from.schoolId !== to.schoolId)
        .map((from) => ({ from, to, km: distance(from.schoolId, to.schoolId) })),
    )
  return pairs.sort(
    (a, b) =>
      (a.km ?? Infinity) - (b.km ?? Infinity) || a.to.schoolId - b.to.schoolId || a.from.schoolId - b.from.schoolId,
  )
}

export interface Unmet {
  schoolId: number
  stage: string
  subject: string
  n: number
}

/** The lacks that no school's spare teachers meet: what has to be recruited. */
export const unmetOf = (lines: readonly Balanced[], meetings: readonly Meeting[]): Unmet[] =>
  lines
    .map((line) => {
      const met = meetings.filter((one) => isAt(line, one) && one.toSchoolId === line.schoolId)
      const { schoolId, stage, subject } = line
      return { schoolId, stage, subject, n: line.left - met.reduce((total, { n }) => total + n, 0) }
    })
    .filter(({ n }) => n > 0)

/** Why so many cannot be agreed on, in words, and in which field. */
export function whyNotAgree(agreed: Agreed, lines: readonly Balanced[]) {
  const lineAt = (schoolId: number) => lines.find((line) => line.schoolId === schoolId && isAt(line, agreed))
  const [from, to] = [lineAt(agreed.fromSchoolId), lineAt(agreed.toSchoolId)]
  if (agreed.fromSchoolId === agreed.toSchoolId)
    return { path: 'toSchoolId', message: '调出学校和调入学校相同，请另选一所。' }
  if (agreed.n > (from?.free ?? 0))
    return { path: 'n', message: `调出学校${agreed.stage}${agreed.subject}可调出 ${from?.free ?? 0} 人，请减少人数。` }
  if (agreed.n > (to?.left ?? 0))
    return { path: 'n', message: `调入学校${agreed.stage}${agreed.subject}还缺 ${to?.left ?? 0} 人，请减少人数。` }
  return undefined
}

export interface Point {
  longitude: number
  latitude: number
}

const EARTH_KM = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** As the crow flies, on a globe. */
function kmBetween(a: Point, b: Point): number {
  const [fromLat, toLat] = [radians(a.latitude), radians(b.latitude)]
  const half = (angle: number) => Math.sin(angle / 2) ** 2
  const h = half(toLat - fromLat) + Math.cos(fromLat) * Math.cos(toLat) * half(radians(b.longitude - a.longitude))
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** Between the nearest two campuses of two schools, to 0.1 km; null where one has no place on the map. */
export function distanceOf(places: readonly (Point & { schoolId: number })[]): Distance {
  const of = (schoolId: number) => places.filter((place) => place.schoolId === schoolId)
  return (a, b) => {
    const all = of(a).flatMap((one) => of(b).map((other) => kmBetween(one, other)))
    return all.length > 0 ? Math.round(Math.min(...all) * 10) / 10 : null
  }
}
