import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

export type Standing = 'met' | 'missed' | 'no-data'

const shapes: Record<Standing, string> = {
  met: 'M3.2 8.6 6.6 12 12.8 4.6',
  missed: 'M4 4 12 12M12 4 4 12',
  'no-data': 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9',
}

/** ✓ 达标, ✕ 未达标, ○ 无数据: told by shape and word as well as by colour. `bare` leaves the word to screen readers. */
export function Mark({ standing, gap, bare = false }: { standing: Standing; gap?: string; bare?: boolean }) {
  const t = useWords(uiWords)
  const word = standing === 'no-data' ? t('noData') : t(standing)
  return (
    <span className={`mark mark-${standing}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={shapes[standing]} fill="none" stroke="currentColor" strokeWidth="1.9" />
      </svg>
      <span className={bare ? 'unseen' : ''}>{gap ? `${word}，${gap}` : word}</span>
    </span>
  )
}
