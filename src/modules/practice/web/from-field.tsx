import { AutoComplete, Button } from 'antd'
import { useEffect, useState } from 'react'
import { readPlace, sixDecimals } from '#ui/place.ts'
import { useWords } from '#ui/words.ts'
import type { PlaceSchool } from '../place.contract.ts'
import { schoolsLike } from './layers.ts'
import { practiceWords } from './words.ts'

interface Given {
  schools: readonly PlaceSchool[]
  from: string | undefined
  onFrom: (from: string | undefined) => void
}

/** Asks from where distances are counted: a school by name or initials, a typed place, or where the phone is. */
export function FromField({ schools, from, onFrom }: Given) {
  const t = useWords(practiceWords)
  const shown = schools.find(({ id }) => String(id) === from)?.name ?? from ?? ''
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState('')
  useEffect(() => setText(shown), [shown])
  const settle = (typed: string) => {
    const found = schoolsLike(schools, typed)
    const school = schools.find(({ name }) => name === typed.trim()) ?? (found.length === 1 ? found[0] : undefined)
    const place = readPlace(typed)
    const next = school ? String(school.id) : place && `${place.longitude},${place.latitude}`
    const isEmpty = typed.trim() === ''
    setWrong(next || isEmpty ? '' : t('badFrom', { text: typed.trim() }))
    if (next || isEmpty) onFrom(next)
  }
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setWrong('')
        onFrom(`${sixDecimals(coords.longitude)},${sixDecimals(coords.latitude)}`)
      },
      () => setWrong(t('noHere')),
      { timeout: 10_000 },
    )
  return (
    <div className="from-field">
      <AutoComplete
        aria-label={t('from')}
        placeholder={`${t('from')}：${t('fromHint')}`}
        value={text}
        options={schoolsLike(schools, text === shown ? '' : text).map(({ id, name }) => ({ key: id, value: name }))}
        onChange={(typed: string | undefined) => setText(typed ?? '')}
        onSelect={(name) => settle(name ?? '')}
        onBlur={() => text !== shown && settle(text)}
        onClear={() => settle('')}
        onKeyDown={({ key }) => key === 'Enter' && settle(text)}
        allowClear
        maxLength={60}
      />
      {'geolocation' in navigator && <Button onClick={locate}>{t('here')}</Button>}
      {wrong && (
        <p role="alert" className="from-wrong">
          {wrong}
        </p>
      )}
    </div>
  )
}
