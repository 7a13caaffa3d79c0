import { dayInWords, dayOf, timeOf } from '#shared/day.ts'

/** Where a teacher is for a time. */
export interface Spot {
  teacherId: string
  fromAt: Date
  untilAt: Date
  /** The school, or the campus where that is known. */
  placeId: number
  /** 春申小学《剪纸》 */
  words: string
}

/** Whole minutes of the way between two places. */
export type Way = (from: number, to: number) => number

const MINUTE = 60_000
const SHOWN = 3

const timesOf = ({ fromAt, untilAt }: Spot): string => `${timeOf(fromAt)}–${timeOf(untilAt)}`
const dayIn = ({ fromAt }: Spot): string => dayInWords(dayOf(fromAt)).slice(5)

/** Why one teacher cannot be at both: at the same time, or too far apart for the time between. */
function clashOf(name: string, one: Spot, other: Spot, way: Way): string | undefined {
  if (one.fromAt < other.untilAt && other.fromAt < one.untilAt)
    return `${name}${dayIn(one)} ${timesOf(one)} 到${one.words}，与 ${timesOf(other)} ${other.words}是同一时间，一位教师不能在两处上课。`
  const [first, second] = one.untilAt <= other.fromAt ? [one, other] : [other, one]
  const need = first.placeId === second.placeId ? 0 : way(first.placeId, second.placeId)
  const there = Math.floor((+second.fromAt - +first.untilAt) / MINUTE)
  return there < need
    ? `${name}${dayIn(first)} ${timesOf(first)} 在${first.words}，${timesOf(second)} 要到${second.words}，路上要 ${need} 分钟，中间只有 ${there} 分钟，少 ${need - there} 分钟。`
    : undefined
}

/** What speaks against a teacher's new times: each that clashes with one that stands, or with another new one. */
export function clashesOf(
  wanted: readonly Spot[],
  standing: readonly Spot[],
  { way, nameOf }: { way: Way; nameOf: (teacherId: string) => string },
): string[] {
  return wanted.flatMap((one, n) => {
    const others = [...standing, ...wanted.slice(0, n)].filter(({ teacherId }) => teacherId === one.teacherId)
    for (const other of others) {
      const words = clashOf(nameOf(one.teacherId), one, other, way)
      if (words !== undefined) return [words]
    }
    return []
  })
}

/** The first few, and how many more there are. */
export function clashesInWords(clashes: readonly string[]): string {
  const rest = clashes.length - SHOWN
  return clashes.slice(0, SHOWN).join('') + (rest > 0 ? `另有 ${rest} 处排不开。` : '')
}
