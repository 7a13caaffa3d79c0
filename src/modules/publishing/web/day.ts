import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { reportWords } from './words.ts'

/** Words a day ('2026-11-25') or the day of an instant: 2026年11月25日. */
export function useDay(): (when: string) => string {
  const t = useWords(reportWords)
  return (when) => {
    const { year, month, date } = momentOf(when.length === 10 ? `${when}T04:00:00Z` : when)
    return t('day', { year, month, date })
  }
}
