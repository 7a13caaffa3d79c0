import { charactersOf } from './characters.ts'
import { TEXT_WIDTH, TITLE } from './measures.ts'

/** Characters of 2号 that a line holds. */
const ROOM = Math.floor(TEXT_WIDTH / TITLE)

/**
 * The lines of a title. GB/T 9704-2012, 7.3.1: a line ends where a word ends, and the lines are about equally long. Lines
 * that whoever wrote it broke stay as they are.
 */
export function titleLines(title: string): string[] {
  return title.split('\n').flatMap((line) => (charactersOf(line) <= ROOM ? [line] : evenly(wordsOf(line))))
}

/** Of all ways to break between words the one with the fewest lines, and of these the most even one. */
function evenly(words: readonly string[]): string[] {
  const best: string[][] = [[]]
  for (let end = 1; end <= words.length; end++) {
    const ways = startsOf(words, end).map((start) => [...best[start]!, words.slice(start, end).join('')])
    best.push(ways.reduce((found, way) => (isBetter(way, found) ? way : found)))
  }
  return best.at(-1)!
}

/** Where the line that ends before `end` may begin: a single word has a line to itself, however long. */
function startsOf(words: readonly string[], end: number): number[] {
  const starts = [end - 1]
  for (let start = end - 2; start >= 0 && charactersOf(words.slice(start, end).join('')) <= ROOM; start--)
    starts.push(start)
  return starts
}

const isBetter = (a: readonly string[], b: readonly string[]) =>
  a.length < b.length || (a.length === b.length && unevenness(a) < unevenness(b))
const unevenness = (lines: readonly string[]) => lines.reduce((sum, line) => sum + charactersOf(line) ** 2, 0)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** What leans on the word before it, and what on the word after. */
const LEANS_BACK = /^(?:的|之|[，。、；：！？）”》〉’]|(?:学年|年|月|日|所|人|项|次)$)/
const LEANS_ON = /(?:[（“《〈‘]|和|与|及|\d)$/

function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const before = words.at(-1)
    if (before !== undefined && (LEANS_BACK.test(segment) || LEANS_ON.test(before)))
      words[words.length - 1] = before + segment
    else words.push(segment)
  }
  return words
}
