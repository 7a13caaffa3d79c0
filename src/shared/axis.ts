/** From where to where the upright axis of a line goes, with room above for the highest value; and whether 0 is on it. */
export interface Axis {
  min: number
  max: number
  hasZero: boolean
}

/** What is said under a line whose axis leaves 0 out. */
export const AXIS_NOTE = '纵轴不从 0 开始'

/**
 * A line begins at 0 where that costs it little. Where all values are far from 0 it would lie flat under the top: its axis
 * covers the values and some air, and its reader must be told. Undefined: nothing is known.
 */
export function axisOf(values: readonly (number | null)[]): Axis | undefined {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return undefined
  const [least, most] = [Math.min(...known), Math.max(...known)]
  if (least >= 0 && least <= most / 2) return { min: 0, max: most * 1.25 || 1, hasZero: true }
  const air = (most - least || Math.abs(most)) * 0.35
  const [min, max] = [least - air, most + air]
  return { min, max, hasZero: min <= 0 && max >= 0 }
}

/** Whether a value stands high enough on its axis for its figures to be written under it. */
export const hasRoomBelow = (value: number, { min, max }: Axis): boolean => (value - min) / (max - min) > 0.18
