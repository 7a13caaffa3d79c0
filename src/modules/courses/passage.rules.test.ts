import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aligned, LONGEST_WORD, marksOf, marksOfWord, partsOf, sought, stretchesOf, wordsOf } from './passage.rules.ts'

describe('a text as it is searched', () => {
  test.each([
    ['ＳＴＥＭ课程', 'stem课程'],
    ['颛桥\n  剪纸', '颛桥剪纸'],
    ['ocean\n  world', 'ocean world'],
    ['第１课,认识(鸟)', '第1课，认识（鸟）'],
    ['㎡', 'm2'],
    ['a\u0000b', 'a b'],
    ['e\u0301', 'é'],
  ])('%j is %j', (text, body) => expect(sought(text).body).toBe(body))

  test('is read as it was written', () => {
    expect(sought('Python 3，与 STEM').shown).toBe('Python 3，与STEM')
    expect(sought('10㎡的园地').shown).toBe('10m2的园地')
  })

  test('has the same places in both forms', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { shown, body } = aligned(text)
        expect(shown.length).toBe(body.length)
        expect([...shown].length).toBe([...body].length)
      }),
    ))

  test('a search is its words, each once', () => {
    expect(wordsOf('  颛桥　剪纸 STEM stem\t')).toEqual(['颛桥', '剪纸', 'stem'])
    expect(wordsOf('   ')).toEqual([])
    expect(wordsOf('长'.repeat(100))).toEqual(['长'.repeat(LONGEST_WORD)])
  })
})

const texts = fc.array(fc.string({ unit: fc.constantFrom('校', '园', '鸟', 'a', 'B', '，', ' ', '\n', '😀') }), {
  maxLength: 5,
})

describe('the parts of a course', () => {
  const long = Array.from({ length: 1300 }, (_, n) => `第${n}只鸟😀`).join('')

  test('have every stretch of a text that a word can be', () => {
    const { body } = sought(long)
    const parts = partsOf([long])
    expect(parts.length).toBeGreaterThan(2)
    for (let at = 0; at + LONGEST_WORD <= body.length; at++) {
      const stretch = body.slice(at, at + LONGEST_WORD)
      expect(parts.some((part) => part.body.includes(stretch))).toBe(true)
    }
    expect(parts.every(({ body: part }) => Buffer.from(part).toString() === part)).toBe(true)
  })

  test('nothing is found across two texts', () =>
    expect(partsOf(['校园', '', '里的鸟'])).toEqual([{ shown: '校园\n里的鸟', body: '校园\n里的鸟' }]))

  test('whatever stands in a text has its marks in the part, and one or two marked characters stand there', () =>
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 8 }), (list, from, long) => {
        for (const { body } of partsOf(list)) {
          const marks = new Set(marksOf(body))
          const line = body.split('\n')[from % body.split('\n').length]!
          const word = line.slice(from % line.length, (from % line.length) + long)
          expect(marksOfWord(word).every((mark) => marks.has(mark))).toBe(true)
          for (const other of ['校', '鸟校', 'ba', '园，'])
            expect(marksOfWord(other).every((mark) => marks.has(mark))).toBe(body.includes(other))
        }
      }),
    ))
})

test('what was looked for is told apart from the rest', () => {
  expect(stretchesOf(aligned('学Python，再学STEM'), wordsOf('python stem 学s'))).toEqual([
    { text: '学', hit: false },
    { text: 'Python', hit: true },
    { text: '，再', hit: false },
    { text: '学STEM', hit: true },
  ])
  expect(stretchesOf(aligned(''), ['a'])).toEqual([])
})
