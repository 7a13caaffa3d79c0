import { END_PART, frames, shortened, widthOf, type Frame } from './formation-frame.ts'
import { flocksOf, sidesOf, type Flock } from './formation-flocks.ts'
import { wingPath } from './formation-path.ts'

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

/** Left or right of the axis; 0 on it. */
export type Way = -1 | 0 | 1

export interface Seat extends Flyer {
  x: number
  y: number
  side: Way
}

export interface Wing {
  stage: string
  count: number
  side: Way
  /** From the axis through every school of the wing. */
  path: string
  /** Where its heading stands: above the name of its first school, clear of the arrows. */
  x: number
  y: number
}

export interface Layout {
  frame: Frame
  height: number
  /** Where the flock's point is, whoever flies there. */
  point: { x: number; y: number }
  seats: Seat[]
  wings: Wing[]
  /** The sides on which anybody flies. */
  sides: Way[]
  /** How many dots from the axis a distance stands. */
  ticks: { distance: number; from: number }[]
  /** How far out those stand of whom nothing can be told; undefined without any. */
  unknown: number | undefined
  top: number
  bottom: number
}

/**
 * A flock that flies up: the lead school at the point, each stage a wing behind it, in every wing the schools nearest to
 * their targets in front and innermost. Every school has a row of its own and its name on the outer side, so that no name
 * meets another or a line. On a narrow screen all wings hang on one side, one after another.
 */
export function formationLayout(given: readonly Flyer[], narrow = false, tail = 0): Layout {
  const frame = frames[narrow ? 'narrow' : 'wide']
  const flyers = given.map((flyer) => ({ ...flyer, label: shortened(flyer.label, frame.letters) }))
  const leads = flyers.filter(({ isLead }) => isLead)
  const flocks = flocksOf(
    flyers.filter(({ isLead }) => !isLead),
    narrow,
  )
  const scale = scaleOf(
    flocks.flatMap(({ flyers: own }) => own),
    frame,
    tail,
  )
  const point = { x: frame.axis, y: frame.point + Math.max(0, leads.length - 1) * frame.lead }
  const top = point.y + frame.lead
  const layout: Layout = {
    ...{ frame, point, top, wings: [], height: 0, bottom: top, ticks: scale.ticks, unknown: scale.unknown },
    sides: [...new Set(flocks.map(({ side }) => side))],
    seats: leads.map((lead, n) => ({ ...lead, x: frame.axis, y: frame.point + n * frame.lead, side: 0 })),
  }
  for (const side of sidesOf(flocks)) hang(layout, side, scale.out)
  layout.height = layout.bottom + frame.foot
  return layout
}

/** Hangs the wings of one side on the axis, one below another. */
function hang(layout: Layout, flocks: readonly Flock[], out: (distance: number | null) => number): void {
  const { frame } = layout
  let y = layout.top
  for (const { stage, side, flyers } of flocks) {
    const first = y + frame.heading
    const seats = flyers.map((flyer, n) => ({
      ...flyer,
      ...{ side, y: first + n * frame.row, x: frame.axis + side * out(flyer.distance) },
    }))
    layout.seats.push(...seats)
    const path = wingPath(frame.axis, seats)
    const x = seats[0]!.x + side * frame.name
    layout.wings.push({ stage, side, path, count: flyers.length, x, y: first - frame.row + 4 })
    y = first + flyers.length * frame.row
  }
  layout.bottom = Math.max(layout.bottom, y)
}

interface Scale {
  out: (distance: number | null) => number
  ticks: Layout['ticks']
  unknown: number | undefined
}

/** As long as the names at its ends allow. */
function scaleOf(flyers: readonly Flyer[], frame: Frame, tail: number): Scale {
  const nameOf = ({ label }: Flyer) => frame.name + widthOf(label, frame.font) + tail
  const lost = flyers.filter(({ distance }) => distance === null)
  const far = frame.reach - Math.max(0, ...lost.map(nameOf))
  const unknown = lost.length > 0 ? far : undefined
  const full = unknown === undefined ? frame.reach - frame.start : far - frame.start - frame.apart
  const furthest = endOf(flyers)
  const fits = flyers.flatMap((flyer) =>
    flyer.distance ? [((frame.reach - frame.start - nameOf(flyer)) * furthest) / flyer.distance] : [],
  )
  const length = Math.max(frame.apart, Math.min(full, ...fits))
  const out = (distance: number | null) =>
    distance === null ? far : frame.start + (length * Math.min(distance, furthest)) / furthest
  return {
    out,
    unknown,
    ticks: ticksOf(furthest, length, frame).map((distance) => ({ distance, from: out(distance) })),
  }
}

/** The scale ends on the next tenth. */
const endOf = (flyers: readonly Flyer[]) =>
  Math.max(1, Math.ceil(Math.max(0, ...flyers.map(({ distance }) => distance ?? 0)) * END_PART - 1e-9)) / END_PART

/** Tenths, or fewer where their words would touch. */
function ticksOf(furthest: number, length: number, { apart }: Frame): number[] {
  const tenths = Math.round(furthest * END_PART)
  const step = [1, 2, 5].find((tried) => (length / tenths) * tried >= apart) ?? tenths
  return Array.from({ length: Math.floor(tenths / step) + 1 }, (_, n) => (n * step) / END_PART)
}
