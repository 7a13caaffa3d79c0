import { Picker } from './picker.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

interface Given {
  year: number
  years: readonly number[]
  onPick: (year: number) => void
  /** What it is the year of, where a page has two. */
  label?: string
}

/** Chooses one of the school years with records, newest first. */
export function YearPicker({ year, years, onPick, label }: Given) {
  const t = useWords(uiWords)
  const all = [...new Set([...years, year])].sort((a, b) => b - a)
  return (
    <Picker
      label={label ?? t('yearLabel')}
      value={year}
      options={all.map((value) => ({ value, label: t('year', { year: value }) }))}
      onPick={(picked) => picked !== undefined && onPick(picked)}
    />
  )
}
