import { useWords } from '#ui/words.ts'
import { calendarWords } from './calendar-words.ts'

/** What is told of a change: that it is done, and how many bookings are outside of the hours now. */
export function useTold() {
  const t = useWords(calendarWords)
  return (word: 'saved' | 'dropped', what: string, clashes: number): string =>
    `${t(word, { what })}${clashes > 0 ? t('clashes', { n: clashes }) : ''}`
}
