/** As long as a word of a search can be; texts are cut so that one of that length is never cut in two. */
export const LONGEST_WORD = 64
/** A part of a text that is looked through at once. */
const PART = 4000
/** Between texts that do not belong together: no word has it, so none is found across it. */
const APART = '\n'

/** A text as it is read, and as it is searched: the same places in both. */
export interface Sought {
  shown: string
  body: string
}

const han = '\\u3000-\\u303f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uff00-\\uffef'
const lines = new RegExp(`(?<=[${han}])\\s+|\\s+(?=[${han}])`, 'gu')
/** Whatever is not plainly alike. */
const odd = /[^\u3400-\u4dbf\u4e00-\u9fff\u3001\u3002a-z0-9 ]/gu
const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' }

const known = new Map<string, string>()

/** Full and half width, capitals and small letters are alike. */
function plain(char: string): string {
  let found = known.get(char)
  if (found === undefined) {
    const folded = char.normalize('NFKC').toLowerCase().trim()
    found = char === '\u0000' ? ' ' : (wide[folded] ?? (folded || ' '))
    known.set(char, found)
  }
  return found
}

/** Where a character becomes several, it is read as these, so that the places stay the same. */
function read(char: string): string {
  const found = plain(char)
  return char !== '\u0000' && found.length === char.length && [...found].length === 1 ? char : found
}

/** A text in both forms, its line breaks and its blanks as they are. */
export const aligned = (text: string): Sought => {
  const composed = text.normalize('NFC')
  return { shown: composed.replace(odd, read), body: composed.replace(odd, plain) }
}

/** A text without the breaks between its lines; a blank is left between Latin words alone. */
export const sought = (text: string): Sought => aligned(text.replace(lines, '').replace(/\s+/g, ' ').trim())

/** What is looked for: each of the words, somewhere in a course. */
export function wordsOf(q: string): string[] {
  const words = q.split(/\s+/).flatMap((word) => sought(word).body.split(' '))
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))].filter((word) => word !== '')
}

/** Texts in a row, cut into parts that overlap by the longest word. */
export function partsOf(texts: readonly string[]): Sought[] {
  const all = texts.map(sought).filter(({ body }) => body !== '')
  const shown = all.map((text) => text.shown).join(APART)
  const body = all.map((text) => text.body).join(APART)
  const parts: Sought[] = []
  for (let from = 0; from < body.length;) {
    const until = whole(body, from + PART)
    parts.push({ shown: shown.slice(from, until), body: body.slice(from, until) })
    from = until >= body.length ? body.length : whole(body, until - LONGEST_WORD)
  }
  return parts
}

/** A place in a text that does not part a character of two units. */
const whole = (body: string, at: number): number => (/[\udc00-\udfff]/.test(body[at] ?? '') ? at - 1 : at)

/** One character, or two in a row, as a number: exact, so that a word of one or two is found by its mark alone. */
const markOf = (first: number, second: number): number => (first << 16) | second

/** Characters that stand beside any other, in texts about lessons: two in a row of which one is such say little. */
const joints = new Set([...'，。、；：的了在和是有与中对为会能也到一不人学生活习课'].map((char) => char.charCodeAt(0)))

/** Three in a row around such a one, as a number of those that no character has. */
const markAround = (first: number, joint: number, last: number): number => {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(joint, 0x85ebca6b) ^ Math.imul(last, 0xc2b2ae35)
  return ((0xe000 | ((mixed >>> 16) & 0xfff)) << 16) | (mixed & 0xffff)
}

/** The marks of a part: its characters, what stands in a row of two, and of three around a joint. */
export function marksOf(body: string): number[] {
  const marks = new Set<number>()
  const apart = APART.charCodeAt(0)
  let [before, last] = [apart, apart]
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (code !== apart) {
      marks.add(markOf(code, 0))
      if (last !== apart) marks.add(markOf(last, code))
      if (before !== apart && joints.has(last)) marks.add(markAround(before, last, code))
    }
    ;[before, last] = [last, code]
  }
  return [...marks]
}

/** The marks of whatever part has a word: of one in the midst, its pairs alone say more. */
export function marksOfWord(word: string): number[] {
  const marks = marksOf(word)
  return word.length === 1 ? marks : marks.filter((mark) => (mark & 0xffff) !== 0)
}

/** Whether a part that has the marks of a word has the word: else they may stand in it far from one another. */
export const isToldByMarks = (word: string): boolean => word.length <= 2

/** A stretch of text, and whether it is what was looked for. */
export interface Stretch {
  text: string
  hit: boolean
}

/** A text with the words in it that were looked for. */
export function stretchesOf({ shown, body }: Sought, words: readonly string[]): Stretch[] {
  const hits = new Array<boolean>(body.length).fill(false)
  for (const word of words)
    for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) hits.fill(true, at, at + word.length)
  const stretches: Stretch[] = []
  for (let from = 0; from < body.length;) {
    const hit = hits[from]!
    const end = hits.indexOf(!hit, from)
    const until = end < 0 ? body.length : end
    stretches.push({ text: shown.slice(from, until), hit })
    from = until
  }
  return stretches
}
