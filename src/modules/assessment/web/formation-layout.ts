/** A school as the picture needs it. */
export interface Flyer {
  id: number
  label: string
  /** Its wing; '' stands last. */
  stage: string
  isLead: boolean
  /** 0: every target met; null: nothing can be told. */
  distance: number | null
}

export interface Seat {
  id: number
  x: number
  y: number
  label: string
  isLead: boolean
  distance: number | null
}

export interface Wing {
  stage: string
  count: number
  /** From the point to the end of the wing. */
  path: string
  x: number
  y: number
}

export interface Layout {
  width: number
  height: number
  seats: Seat[]
  wings: Wing[]
  /** Distances that are ruled, with where they stand. */
  ticks: { distance: number; x: number }[]
  /** Where those stand of whom nothing can be told; undefined without any. */
  unknownX: number | undefined
  top: number
  bottom: number
}

const WIDTH = 1200
const TOP = 96
const FOOT = 56
const LANE = 36
const POINT_X = 96
const START_X = 250
const END_X = 1020
const UNKNOWN_X = 1090
/** A wing climbs or falls so much from its start to its end. */
const SPREAD = 110
/** Between two wings at their start. */
const GAP = 26
const LETTER = 13
const BIRD = 26
/** No label is moved farther back than this for want of room: rather one lane more. */
const MOST_MOVED = 60

const stageOrder = ['学前', '小学', '初中', '高中', '中职', '社区', '']

interface Placed {
  flyer: Flyer
  x: number
  lane: number
}

/**
 * A flock that flies left: the lead school at the point, each stage a wing behind it, in every wing the schools nearest to
 * their targets in front. A cluster of one stage flies in two wings. Distances are drawn to scale; where two names would
 * cover one another, the wing has one lane more.
 */
export function formationLayout(flyers: readonly Flyer[]): Layout {
  const leads = flyers.filter(({ isLead }) => isLead)
  const wings = wingsOf(flyers.filter(({ isLead }) => !isLead))
  const furthest = Math.max(0.1, ...flyers.map(({ distance }) => distance ?? 0))
  const scale = (distance: number) => START_X + ((END_X - START_X) * distance) / Math.ceil(furthest * 10 - 1e-9) / 0.1
  const placed = wings.map(({ flyers: own }) => inLanes(own, scale))
  const heights = placed.map((seats) => lanesOf(seats) * LANE)
  const spread = wings.length > 1 ? SPREAD : 0
  const inner = heights.reduce((sum, height) => sum + height, 0) + GAP * Math.max(0, wings.length - 1)
  const top = TOP + spread
  const middle = top + inner / 2
  const layout: Layout = {
    ...{ width: WIDTH, seats: [], wings: [], top: TOP, height: top + inner + spread + FOOT },
    bottom: top + inner + spread,
    ticks: ticksUpTo(furthest).map((distance) => ({ distance, x: scale(distance) })),
    unknownX: flyers.some(({ distance, isLead }) => distance === null && !isLead) ? UNKNOWN_X : undefined,
  }
  let y = top
  wings.forEach((wing, n) => {
    const lean = wings.length > 1 ? ((2 * n) / (wings.length - 1) - 1) * spread : 0
    addWing(layout, { ...wing, placed: placed[n]!, y, height: heights[n]!, lean, middle })
    y += heights[n]! + GAP
  })
  layout.seats.unshift(...leads.map((lead, n) => seatAt(lead, POINT_X, middle + n * LANE)))
  return layout
}

const seatAt = ({ id, label, isLead, distance }: Flyer, x: number, y: number): Seat => ({
  ...{ id, label, isLead, distance },
  x,
  y,
})

function wingsOf(flyers: readonly Flyer[]): { stage: string; flyers: Flyer[] }[] {
  const found = stageOrder
    .map((stage) => ({ stage, flyers: sorted(flyers.filter((flyer) => flyer.stage === stage)) }))
    .filter(({ flyers: own }) => own.length > 0)
  const [only] = found
  if (!only || found.length > 1) return found
  const every = (rest: number) => ({ stage: only.stage, flyers: only.flyers.filter((_, n) => n % 2 === rest) })
  return only.flyers.length > 1 ? [every(0), every(1)] : found
}

const sorted = (flyers: readonly Flyer[]) =>
  [...flyers].sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || a.id - b.id)

/** Gives every name room: to the back by a little, else on a lane more. */
function inLanes(flyers: readonly Flyer[], scale: (distance: number) => number): Placed[] {
  for (let lanes = 1; ; lanes++) {
    const placed = tryLanes(flyers, lanes, scale)
    if (placed || lanes >= flyers.length) return placed ?? []
  }
}

function tryLanes(flyers: readonly Flyer[], lanes: number, scale: (distance: number) => number): Placed[] | undefined {
  const free = Array.from({ length: lanes }, () => 0)
  const taken = Array.from({ length: lanes }, () => false)
  const placed: Placed[] = []
  for (const flyer of flyers) {
    if (flyer.distance === null) {
      const lane = taken.indexOf(false)
      if (lane < 0) return undefined
      taken[lane] = true
      placed.push({ flyer, x: UNKNOWN_X, lane })
      continue
    }
    const wanted = scale(flyer.distance)
    const lane = free.indexOf(Math.min(...free))
    const x = Math.max(wanted, free[lane]!)
    if (x - wanted > MOST_MOVED || x > END_X + MOST_MOVED / 2) return undefined
    free[lane] = x + roomOf(flyer)
    placed.push({ flyer, x, lane })
  }
  return placed
}

const roomOf = ({ label }: Flyer) => BIRD + label.length * LETTER + 10

const lanesOf = (placed: readonly Placed[]) => Math.max(1, ...placed.map(({ lane }) => lane + 1))

interface WingAt {
  stage: string
  flyers: readonly Flyer[]
  placed: readonly Placed[]
  y: number
  height: number
  /** By how much it has climbed (below 0) or fallen at its end. */
  lean: number
  middle: number
}

function addWing(layout: Layout, { stage, flyers, placed, y, height, lean, middle }: WingAt): void {
  const leanAt = (x: number) => (lean * (x - START_X)) / (UNKNOWN_X - START_X)
  for (const { flyer, x, lane } of placed) layout.seats.push(seatAt(flyer, x, y + (lane + 0.5) * LANE + leanAt(x)))
  const centre = y + height / 2
  const start = START_X - 40
  layout.wings.push({
    stage,
    count: flyers.length,
    x: start,
    y: centre,
    path: `M${POINT_X} ${middle} C${start - 60} ${middle} ${start - 60} ${centre} ${START_X} ${centre} L${UNKNOWN_X} ${centre + lean}`,
  })
}

function ticksUpTo(furthest: number): number[] {
  const tenths = Math.ceil(furthest * 10 - 1e-9)
  const step = tenths > 5 ? 2 : 1
  return Array.from({ length: Math.floor(tenths / step) + 1 }, (_, n) => (n * step) / 10)
}
