import { decimalsOf, inFigures } from './number.ts'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** ↑ 1.21 个百分点: arrow and, for screen readers, the word; `bare` where the column's head has the unit. */
export function Change({ by, unit, bare = false }: { by: number | null; unit: string; bare?: boolean }) {
  const t = useWords(uiWords)
  if (by === null) return <span className="change">—</span>
  if (by === 0) return <span className="change">{t('same')}</span>
  return (
    <span className="change">
      <span aria-hidden="true">{by > 0 ? '↑' : '↓'}</span>
      <span className="unseen">{t(by > 0 ? 'up' : 'down')}</span> {inFigures(Math.abs(by), decimalsOf(unit))}
      {unit === '%' && !bare && ` ${t('points')}`}
    </span>
  )
}
