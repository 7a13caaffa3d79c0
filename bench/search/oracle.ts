import type { MadeCourse } from './corpus.ts'
import { courseId } from './shelf.ts'

/** Full and half width and capitals made alike, nothing else: not the way in which the product prepares a text. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** What a search must find: each text of each course is looked through for each word, plainly. */
export class Oracle {
  readonly #queries: readonly string[]
  readonly #found: Map<string, Set<string>>

  constructor(queries: readonly string[]) {
    this.#queries = queries
    this.#found = new Map(queries.map((q) => [q, new Set<string>()]))
  }

  look({ n, name, byline, subject, theme, outline, lessons, material }: MadeCourse): void {
    const given = [name, byline, subject ?? '', theme ?? '', ...outline, material]
    const texts = [...given, ...lessons.flatMap(({ title, text }) => [title, text])].map(plain)
    const known = new Map<string, boolean>()
    const has = (word: string) => {
      if (!known.has(word))
        known.set(
          word,
          texts.some((text) => text.includes(word)),
        )
      return known.get(word)!
    }
    for (const q of this.#queries) if (plain(q).split(' ').every(has)) this.#found.get(q)!.add(courseId(n))
  }

  /** Of what it must find, the share that was; of what was found, the share that it must. */
  judge(q: string, found: readonly string[]): { recall: number; precision: number } {
    const wanted = this.#found.get(q)!
    const right = found.filter((id) => wanted.has(id)).length
    const share = (of: number) => (of === 0 ? 1 : right / of)
    return { recall: share(wanted.size), precision: new Set(found).size < found.length ? 0 : share(found.length) }
  }
}
