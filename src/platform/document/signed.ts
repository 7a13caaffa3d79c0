import { charactersOf } from './characters.ts'

export interface SignedLine {
  text: string
  /** How many characters stay empty at the right end of the line. */
  indent: number
}

const MARGIN = 4
/** A long name takes from the margin before it takes a second line. */
const LINE = 28

/** Signature and day: the day four characters from the right, the two centred on each other, as GB/T 9704 has it. */
export function signedLines(signature: string, day: string): SignedLine[] {
  const lines = [signature, day].filter(Boolean)
  const widest = Math.max(0, ...lines.map(charactersOf))
  const margin = Math.max(0, Math.min(MARGIN, LINE - widest))
  return lines.map((text) => ({ text, indent: margin + (widest - charactersOf(text)) / 2 }))
}
