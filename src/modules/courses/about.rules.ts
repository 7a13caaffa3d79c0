import type { Told } from './entry.contract.ts'
import type { Difference } from './merge.contract.ts'

/** What the licences mean, as one says it to whoever takes a course over. */
export const licenceWords: Record<Told['licence'], string> = {
  署名: '可以使用、改编，注明作者',
  '署名-非商业': '不用于商业；可以改编，注明作者',
  '署名-非商业-禁止改编': '不用于商业；照原样使用，不能改编',
  仅限学区内使用: '仅限本学区（集团）内使用',
}

/** What a version says of itself, line by line. */
export const linesOf = ({
  stages,
  subject,
  theme,
  licence,
}: Told): { key: string; title: string; words: string | null }[] => [
  { key: 'stages', title: '适合学段', words: stages.join('、') },
  { key: 'subject', title: '学科', words: subject },
  { key: 'theme', title: '主题', words: theme },
  { key: 'licence', title: '使用许可', words: licenceWords[licence] },
]

/** In what two versions of a course speak otherwise of themselves. */
export function aboutDifferences(from: Told, to: Told): Difference[] {
  const after = linesOf(to)
  return linesOf(from).flatMap(({ key, title, words }, n) => {
    const { words: then } = after[n]!
    const how = { where: 'part' as const, who: 'origin' as const, usual: 'theirs' as const }
    return words === then ? [] : [{ ...how, key: `/about/${key}`, title, base: words, theirs: then, mine: words }]
  })
}

/** What the next version says otherwise, in a line: 适合学段：小学、初中；主题：不写. */
export const wordsOfAbout = (now: Told, sought: Told): string =>
  aboutDifferences(now, sought)
    .map(({ title, theirs }) => `${title}：${theirs ?? '不写'}`)
    .join('；')
