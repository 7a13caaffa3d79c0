interface Place {
  x: number
  y: number
}

/** The turn of a line between two rows. */
const TURN = 40
/** Up to here a line slants from one school to the next; farther, it runs between their rows, clear of the names. */
const SLANT = 60

/** A wing from the axis through its schools, front to back. */
export function wingPath(axis: number, seats: readonly Place[]): string {
  const [first] = seats
  if (!first) return ''
  const way = Math.sign(first.x - axis)
  const start = `M${axis} ${first.y - 12} Q${axis} ${first.y} ${axis + way * 12} ${first.y} L${first.x} ${first.y}`
  return [start, ...seats.slice(1).map((seat, n) => toNext(seats[n]!, seat))].join(' ')
}

function toNext(from: Place, to: Place): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (Math.abs(dx) <= SLANT) return `C${from.x} ${from.y + dy * 0.6} ${to.x} ${to.y - dy * 0.6} ${to.x} ${to.y}`
  const middle = from.y + dy / 2
  const turn = Math.sign(dx) * Math.min(TURN, Math.abs(dx) / 2)
  const out = `Q${from.x} ${middle} ${from.x + turn} ${middle} L${to.x - turn} ${middle}`
  return `${out} Q${to.x} ${middle} ${to.x} ${to.y}`
}
