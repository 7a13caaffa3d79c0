import { Button, InputNumber } from 'antd'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { formWords } from './form-words.ts'

interface Line {
  schoolId: number
  places: number
}

interface Given {
  value?: Line[]
  onChange?: (shares: Line[]) => void
  schools: readonly { id: number; name: string }[]
}

/** How many places each school has: a control of an EntryForm. */
export function SharesField({ value = [], onChange, schools }: Given) {
  const t = useWords(formWords)
  const put = (at: number, part: Partial<Line>) =>
    onChange?.(value.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const left = schools.filter(({ id }) => !value.some(({ schoolId }) => schoolId === id))
  return (
    <div className="delivery-rows">
      {value.map(({ schoolId, places }, n) => (
        <fieldset key={n}>
          <label>
            <span>{t('shareSchool')}</span>
            <Picker
              label={t('shareSchool')}
              value={schoolId}
              options={schools
                .filter(({ id }) => id === schoolId || left.some((one) => one.id === id))
                .map(({ id, name }) => ({ value: id, label: name }))}
              onPick={(picked) => picked && put(n, { schoolId: picked })}
            />
          </label>
          <label>
            <span>{t('sharePlaces')}</span>
            <InputNumber
              min={1}
              max={5000}
              precision={0}
              value={places}
              onChange={(one) => put(n, { places: one ?? 0 })}
            />
          </label>
          <Button type="link" onClick={() => onChange?.(value.filter((_, at) => at !== n))}>
            {t('dropShare', { n: n + 1 })}
          </Button>
        </fieldset>
      ))}
      {left[0] && (
        <Button onClick={() => onChange?.([...value, { schoolId: left[0]!.id, places: 40 }])}>{t('addShare')}</Button>
      )}
    </div>
  )
}
