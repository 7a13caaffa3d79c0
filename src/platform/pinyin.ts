import { pinyin } from 'pinyin-pro'

/** How a name is found and sorted: syllables with blanks between ('zhang wei'), so that all 张 stand together, and 'zw'. */
export interface Spelling {
  pinyin: string
  initials: string
}

const CACHED_NAMES = 200_000

/** Spells persons' names, whose first character is read as a surname (单 is shan, not dan). */
export const spellPerson = speller({ surname: 'head' })

/** Spells the names of schools, clusters and other things. */
export const spellTitle = speller({ surname: 'off' })

function speller(options: { surname: 'head' | 'off' }): (name: string) => Spelling {
  const known = new Map<string, Spelling>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const spelling = spell(name, options)
    if (known.size >= CACHED_NAMES) known.clear()
    known.set(name, spelling)
    return spelling
  }
}

function spell(name: string, options: { surname: 'head' | 'off' }): Spelling {
  const read = pinyin(name, { ...options, toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const syllables = read.map((syllable) => syllable.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).filter(Boolean)
  return { pinyin: syllables.join(' '), initials: syllables.map(initialOf).join('') }
}

/** Digits and foreign words are looked for whole, Chinese by the first letter: 颛桥第2小学 is zqd2xx. */
const initialOf = (syllable: string) => (/^\d+$/.test(syllable) ? syllable : syllable.slice(0, 1))
