/** The measures of a picture, in its own dots. */
export interface Frame {
  narrow: boolean
  width: number
  /** Where the flock's middle line stands. */
  axis: number
  /** From the axis to the end of the longest name. */
  reach: number
  /** From the axis to where all targets are met; between them the arrows find their way. */
  start: number
  /** Where the lead school flies; one more of them needs so much more. */
  point: number
  lead: number
  heading: number
  row: number
  foot: number
  font: number
  /** From a bird to its name. */
  name: number
  /** The least between the words of two ticks. */
  apart: number
  /** Longer names are cut: the whole one is read out and stands in the profile. */
  letters: number
}

export const frames: Record<'wide' | 'narrow', Frame> = {
  wide: {
    ...{ narrow: false, width: 1200, axis: 600, reach: 576, start: 72, point: 112, lead: 44 },
    ...{ heading: 36, row: 24, foot: 34, font: 13, name: 17, apart: 78, letters: 20 },
  },
  narrow: {
    ...{ narrow: true, width: 358, axis: 20, reach: 334, start: 42, point: 128, lead: 44 },
    ...{ heading: 44, row: 28, foot: 34, font: 13, name: 16, apart: 58, letters: 13 },
  },
}

/** The scale is ruled in tenths. */
export const END_PART = 10

/** About how wide a text is: a Chinese letter is as wide as high, others a good half of it. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? size : size * 0.62), 0)

export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
