import { countInWords, decimalsOf, distance, inFigures, moved } from './number.ts'
import type { Point } from './trend.tsx'
import { uiWords } from './ui-words.ts'
import { useLanguage, useWords } from './words.ts'

/** Words the point that a row of values makes: 骨干教师占比三年升 1.2 个百分点. Computed from the values, never typed. */
export function usePoint(): (name: string, unit: string, points: Point[]) => string {
  const t = useWords(uiWords)
  const language = useLanguage()
  return (name, unit, points) => {
    const known = points.filter(({ value }) => value !== null)
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return t('unknown', { name })
    if (known.length === 1) return t('single', { name, value: inFigures(last.value, decimalsOf(unit)), unit })
    const by = moved(first.value, last.value)!
    const years = countInWords(last.year - first.year + 1, language)
    const facts = { name, years, by: distance(by, unit), unit: unit === '%' ? t('points') : unit }
    return by === 0 ? t('steady', facts) : t(by > 0 ? 'risen' : 'fallen', facts)
  }
}
