import { dayInWords, dayOf } from '#shared/day.ts'
import { useWords } from '#ui/words.ts'
import type { Adopted } from '../adopted.contract.ts'
import { adoptWords } from './adopt-words.ts'

const marks = { agrees: '✓', objects: '✕', silent: '○' } as const

/** What one school says of the adopted plan, under its name on the board. */
export function OpinionNote({ adopted, schoolId }: { adopted: Adopted; schoolId: number }) {
  const t = useWords(adoptWords)
  const said = adopted.opinions.find((one) => one.schoolId === schoolId)
  if (!said || adopted.state === '拟定') return null
  const how = said.agrees === null ? 'silent' : said.agrees ? 'agrees' : 'objects'
  return (
    <span className={`opinion opinion-${how}`}>
      <span>
        <span aria-hidden="true">{marks[how]} </span>
        {t(how)}
        {said.words && `：${said.words}`}
      </span>
      {said.by && said.at && (
        <span className="quiet">{t('saidBy', { by: said.by, day: dayInWords(dayOf(new Date(said.at))) })}</span>
      )}
    </span>
  )
}
