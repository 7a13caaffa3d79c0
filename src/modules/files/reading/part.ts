/** A page, slide or sheet of a file, and what it says. */
export interface Part {
  title: string
  text: string
}

/** Why a file could not be read, in a sentence for whoever put it in. */
export class Unreadable extends Error {}

/** A file says so much at most: about three thick books. */
export const MOST_CHARS = 2_000_000

/** Leaves out pages that say nothing, and what goes beyond the measure. */
export function fitted(parts: readonly Part[]): Part[] {
  let left = MOST_CHARS
  const kept: Part[] = []
  for (const { title, text } of parts) {
    const fits = tidy(text).slice(0, left)
    left -= fits.length
    if (fits !== '') kept.push({ title, text: fits })
  }
  return kept
}

/** Blanks at the ends of lines and heaps of empty lines say nothing; a zero sign no database takes. */
const tidy = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
