import { Select } from 'antd'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** Chooses one of the school years with records, newest first. */
export function YearPicker({
  year,
  years,
  onPick,
}: {
  year: number
  years: readonly number[]
  onPick: (year: number) => void
}) {
  const t = useWords(uiWords)
  const all = [...new Set([...years, year])].sort((a, b) => b - a)
  return (
    <Select
      className="year-picker"
      aria-label={t('yearLabel')}
      value={year}
      options={all.map((value) => ({ value, label: t('year', { year: value }) }))}
      onChange={onPick}
      popupMatchSelectWidth={false}
    />
  )
}
