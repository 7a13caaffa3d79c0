import type { SchoolFlow } from '../formation.contract.ts'
import type { Layout, Seat } from './formation-layout.ts'

type Links = SchoolFlow['links']

export interface Arrow {
  from: number
  to: number
  weight: number
  path: string
  /** The three corners of its head. */
  head: string
  width: number
  /** Seen from the school looked at; 'none' where no school is looked at. */
  kind: 'gives' | 'takes' | 'none' | 'other'
  /** Where its number stands, if it is one of those that carry one. */
  number: { x: number; y: number; anchor: 'start' | 'end' } | undefined
}

const THIN = 1.25
const THICK = 7
/** So much is as thick as can be, unless something weighs more. */
const MUCH = 5
const MOST_NUMBERS = 8
const BIRD = 13
const HEAD = 5

/** What schools give one another, as arrows that leave and come in on the inner side, where no names are. */
export function arrowsOf(links: Links, { seats, frame }: Layout, lookedAt?: number): Arrow[] {
  const places = new Map(seats.map((seat) => [seat.id, seat]))
  const known = links.filter(({ from, to }) => places.has(from) && places.has(to) && from !== to)
  const most = Math.max(MUCH, ...known.map(({ weight }) => weight))
  const numbered = lookedAt === undefined ? strongest(known) : undefined
  return known.map((link) => {
    const [from, to] = [places.get(link.from)!, places.get(link.to)!]
    const width = THIN + ((THICK - THIN) * (link.weight - 1)) / (most - 1)
    const kind = kindOf(link, lookedAt)
    const shows = numbered ? numbered.has(link) : kind !== 'other'
    const far = kind === 'takes' ? from : to
    const both = kind === 'takes' && known.some((other) => other.from === link.to && other.to === link.from)
    const number = shows ? numberAt(far, width, both) : undefined
    return { ...link, width, kind, number, path: pathOf(from, to, frame.axis), head: headOf(to, width) }
  })
}

const kindOf = ({ from, to }: Links[number], lookedAt: number | undefined): Arrow['kind'] => {
  if (lookedAt === undefined) return 'none'
  return from === lookedAt ? 'gives' : to === lookedAt ? 'takes' : 'other'
}

/** The few that weigh most, one for each school that takes: more numbers would stand upon one another. */
function strongest(links: Links): Set<Links[number]> {
  const sorted = links.filter(({ weight }) => weight > 1).sort((a, b) => b.weight - a.weight)
  const first = sorted.filter((link, n) => sorted.findIndex(({ to }) => to === link.to) === n)
  return new Set(first.slice(0, MOST_NUMBERS))
}

function pathOf(from: Seat, to: Seat, axis: number): string {
  const [a, b] = [innerOf(from, BIRD), innerOf(to, BIRD + HEAD)]
  const middle = (a.y + b.y) / 2
  const bend = (seat: Seat) => `${axis} ${seat.side === 0 ? middle : seat.y}`
  return `M${a.x} ${a.y} C${bend(from)} ${bend(to)} ${b.x} ${b.y}`
}

/** Beside a school, on the side of the axis; below one that flies on it. */
const innerOf = ({ x, y, side }: Seat, by: number) => (side === 0 ? { x, y: y + by + 2 } : { x: x - side * by, y })

function headOf(seat: Seat, width: number): string {
  const [half, length] = [2.5 + width * 0.75, HEAD + width]
  const { x, y } = innerOf(seat, BIRD - 1)
  const { side } = seat
  if (side === 0) return `${x},${y} ${x - half},${y + length} ${x + half},${y + length}`
  return `${x},${y} ${x - side * length},${y - half} ${x - side * length},${y + half}`
}

function numberAt(seat: Seat, width: number, second: boolean): Arrow['number'] {
  const { x, y } = innerOf(seat, BIRD + 14)
  if (seat.side === 0) return { x: x + (second ? -12 : 12), y: y + 4, anchor: second ? 'end' : 'start' }
  return { x: x - seat.side * (second ? 30 : 0), y: y - 3 - width / 2, anchor: seat.side === 1 ? 'end' : 'start' }
}

/** What each school gives and takes in all. */
export function sumsOf(links: Links): Map<number, { gives: number; takes: number }> {
  const sums = new Map<number, { gives: number; takes: number }>()
  const add = (id: number, side: 'gives' | 'takes', weight: number) => {
    const sum = sums.get(id) ?? { gives: 0, takes: 0 }
    sums.set(id, { ...sum, [side]: sum[side] + weight })
  }
  for (const { from, to, weight } of links) {
    add(from, 'gives', weight)
    add(to, 'takes', weight)
  }
  return sums
}
