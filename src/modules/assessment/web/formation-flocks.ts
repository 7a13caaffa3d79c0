import type { Flyer, Way } from './formation-layout.ts'

/** The schools of one wing, those in front first. */
export interface Flock {
  stage: string
  side: Way
  flyers: readonly Flyer[]
}

const stageOrder = ['学前', '小学', '初中', '高中', '中职', '社区', '']
/** A wing takes a little room besides its schools. */
const WING = 1.5

/** Each stage a wing; the sides are as even as their order allows. One stage alone flies on both sides. */
export function flocksOf(flyers: readonly Flyer[], narrow: boolean): Flock[] {
  const wings = stageOrder
    .map((stage) => ({ stage, flyers: sorted(flyers.filter((flyer) => flyer.stage === stage)) }))
    .filter(({ flyers: own }) => own.length > 0)
  if (narrow) return wings.map((wing) => ({ ...wing, side: 1 }))
  const [only] = wings
  if (only && wings.length === 1 && only.flyers.length > 1) return inTwo(only)
  const split = evenSplit(wings.map(({ flyers: own }) => own.length + WING))
  return wings.map((wing, n) => ({ ...wing, side: n < split ? -1 : 1 }))
}

/** The flocks of each side. */
export const sidesOf = (flocks: readonly Flock[]): Flock[][] =>
  ([-1, 1] as const).map((side) => flocks.filter((flock) => flock.side === side))

const sorted = (flyers: readonly Flyer[]) =>
  [...flyers].sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || a.id - b.id)

const inTwo = ({ stage, flyers }: Omit<Flock, 'side'>): Flock[] =>
  ([-1, 1] as const).map((side, rest) => ({ stage, side, flyers: flyers.filter((_, n) => n % 2 === rest) }))

/** After how many of the heights the longer side is shortest. */
function evenSplit(heights: readonly number[]): number {
  const sum = (part: readonly number[]) => part.reduce((total, height) => total + height, 0)
  const longer = (at: number) => Math.max(sum(heights.slice(0, at)), sum(heights.slice(at)))
  return heights.reduce((best, _, n) => (longer(n + 1) < longer(best) ? n + 1 : best), 0)
}
