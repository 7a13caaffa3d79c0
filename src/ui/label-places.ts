export interface Spot {
  x: number
  y: number
  name: string
}

/** Where a name stands: its middle, and the foot of its letters. */
export interface Label {
  x: number
  y: number
  /** It stands so far off that a line leads to it. */
  isFar: boolean
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export interface Ground {
  width: number
  height: number
  font: number
}

const DOT = 6
const NEAR = 9
/** How far off a name may stand, nearest first. */
const rings = [NEAR, 22, 38, 56, 76]
const ways = [
  [0, -1], [0, 1], [1, 0], [-1, 0], [1, -1], [-1, -1], [1, 1], [-1, 1],
] as const // prettier-ignore

/** A Chinese letter is as wide as it is high, any other about half so. */
export const widthOf = (text: string, font: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0) * font

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/**
 * Names of places that lie close together: each where it meets no other name and no dot, as near to its own as can be. Those in a
 * crowd choose first, for they have the least choice.
 */
export function labelsOf<S extends Spot>(spots: readonly S[], ground: Ground): Map<S, Label> {
  const dots = spots.map(({ x, y }): Box => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }))
  const crowd = (spot: S) => spots.filter(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < 90).length
  const taken: Box[] = [...dots]
  const labels = new Map<S, Label>()
  for (const spot of [...spots].sort((a, b) => crowd(b) - crowd(a) || a.y - b.y || a.x - b.x)) {
    const { box, isFar } = bestFor(spot, taken, ground)
    taken.push(box)
    labels.set(spot, { x: (box.left + box.right) / 2, y: box.bottom - ground.font * 0.22, isFar })
  }
  return labels
}

function bestFor(spot: Spot, taken: readonly Box[], ground: Ground): { box: Box; isFar: boolean } {
  let best: { box: Box; isFar: boolean; cost: number } | undefined
  for (const ring of rings)
    for (const way of ways) {
      const box = boxAt(spot, way, ring, ground)
      const out = Math.max(0, -box.left, -box.top, box.right - ground.width, box.bottom - ground.height)
      const cost = taken.reduce((sum, other) => sum + shared(box, other), 0) + 100 * out
      if (!best || cost < best.cost) best = { box, isFar: ring > NEAR, cost }
      if (best.cost === 0) return best
    }
  return best!
}

function boxAt({ x, y, name }: Spot, [dx, dy]: readonly [number, number], ring: number, { font }: Ground): Box {
  const [wide, high] = [widthOf(name, font) + 4, font + 3]
  const middle = { x: x + dx * (ring + wide / 2) * (dy === 0 ? 1 : 0.9), y: y + dy * (ring + high / 2) }
  return {
    ...{ left: middle.x - wide / 2, right: middle.x + wide / 2 },
    ...{ top: middle.y - high / 2, bottom: middle.y + high / 2 },
  }
}
