import { Button, InputNumber } from 'antd'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import type { Part } from '../activity.contract.ts'
import { activityWords } from './activity-words.ts'

interface Given {
  parts: readonly Part[]
  schools: readonly { id: number; name: string }[]
  onParts: (parts: Part[]) => void
}

const keys = ['pupils', 'families', 'teachers', 'awards', 'firstPrizes', 'secondPrizes', 'thirdPrizes'] as const
/** A school that has said nothing yet. */
export const none = Object.fromEntries(keys.map((key) => [key, 0])) as Record<(typeof keys)[number], number>

/** The schools that took part, each with numbers and no names. */
export function PartsField({ parts, schools, onParts }: Given) {
  const t = useWords(activityWords)
  const nameOf = (id: number) => schools.find((one) => one.id === id)?.name ?? ''
  const put = (schoolId: number, key: (typeof keys)[number], value: number) =>
    onParts(parts.map((part) => (part.schoolId === schoolId ? { ...part, [key]: value } : part)))
  const left = schools.filter(({ id }) => !parts.some(({ schoolId }) => schoolId === id))
  return (
    <fieldset className="activity-parts-field">
      <legend>{t('parts')}</legend>
      <ul className="activity-parts">
        {parts.map((part) => {
          const school = nameOf(part.schoolId)
          return (
            <li key={part.schoolId}>
              <div className="section-head">
                <b>{school}</b>
                <Button
                  size="small"
                  aria-label={t('removeSchool', { school })}
                  onClick={() => onParts(parts.filter(({ schoolId }) => schoolId !== part.schoolId))}
                >
                  ✕
                </Button>
              </div>
              <div className="four">
                {keys.map((key) => (
                  <label key={key}>
                    {t(key)}
                    <InputNumber
                      aria-label={t('partOf', { school, what: t(key) })}
                      min={0}
                      max={key === 'pupils' || key === 'families' ? 99_999 : 9999}
                      precision={0}
                      controls={false}
                      value={part[key]}
                      onChange={(value) => put(part.schoolId, key, value ?? 0)}
                    />
                  </label>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      <Picker
        label={t('addSchool')}
        all={t('addSchool')}
        value={undefined as number | undefined}
        options={left.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(schoolId) => schoolId !== undefined && onParts([...parts, { schoolId, ...none }])}
      />
    </fieldset>
  )
}
