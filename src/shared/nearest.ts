/** The candidate that differs least from what was written, by edits of characters; undefined without candidates. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    const distance = edits(numerals(written), numerals(candidate)) / Math.max(written.length, candidate.length)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** The same, where it may well be meant: most characters are shared, or one is a part of the other (高级, 高级教师). */
export function nearby(written: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates]
  const part = all.filter((one) => one.includes(written) || written.includes(one))
  if (part.length > 0) return nearest(written, part)
  return nearest(
    written,
    all.filter((one) => edits(written, one) * 2 < Math.max(written.length, one.length)),
  )
}

/** 第2小学 and 第二小学 are meant alike. */
const numerals = (name: string) => name.replace(/[1-9]/g, (digit) => '一二三四五六七八九'[Number(digit) - 1]!)

/** Levenshtein distance: single characters added, dropped or replaced. */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1))
    }
    above = row
  }
  return above[b.length]!
}
