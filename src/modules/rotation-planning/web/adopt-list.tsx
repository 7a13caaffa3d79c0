import { Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import type { Received } from '#ui/api.ts'
import { Picker } from '#ui/picker.tsx'
import { useWords, type Say } from '#ui/words.ts'
import type { adoptApi, ProposedMove } from '../adopt.contract.ts'
import { leftOutIn, saying, type Other, type Otherwise } from './adopt-otherwise.ts'
import { adoptWords } from './adopt-words.ts'

interface Given {
  proposal: Received<typeof adoptApi.propose>
  otherwise: Otherwise
  onChange: (otherwise: Otherwise) => void
}

/** Who goes and who is called back; what is otherwise for one is said where the name stands. */
export function AdoptList({ proposal: { moves, recalls, forms }, otherwise, onChange }: Given) {
  const t = useWords(adoptWords)
  const out = leftOutIn(otherwise)
  return (
    <>
      <h2 className="adopt-head">{t(out > 0 ? 'goingBut' : 'going', { n: moves.length - out, out })}</h2>
      <ul className="adopt-list">
        {takenFirst(moves).map((move) => (
          <Line
            key={move.teacherId}
            move={move}
            forms={forms}
            other={otherwise.get(move.teacherId) ?? {}}
            onSay={(said) => onChange(saying(otherwise, move.teacherId, said))}
          />
        ))}
      </ul>
      {recalls.length > 0 && (
        <>
          <h2 className="adopt-head">{t('recalls', { n: recalls.length })}</h2>
          <p className="quiet">{t('recallLead')}</p>
          <ul className="adopt-list">
            {recalls.map((one) => (
              <li key={one.teacherId}>{t('recallOf', one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What the office has to look at comes first. */
const takenFirst = (moves: readonly ProposedMove[]) =>
  [...moves].sort((a, b) => Number(b.taken !== null) - Number(a.taken !== null))

interface LineGiven {
  move: ProposedMove
  forms: readonly string[]
  other: Other
  onSay: (said: Other) => void
}

function Line({ move, forms, other, onSay }: LineGiven) {
  const t = useWords(adoptWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={other.leftOut ? 'adopt-out' : undefined}>
      <div className="adopt-line">
        <span>
          <b>{move.name}</b> {t('way', { from: move.fromSchool, to: move.toSchool })}
          <span className="quiet">{saidOf(t, move, other)}</span>
        </span>
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('other')}
          <span className="unseen">{move.name}</span>
        </Button>
      </div>
      {isOpen && <OtherFields {...{ move, forms, other, onSay }} />}
    </li>
  )
}

function OtherFields({ move, forms, other, onSay }: LineGiven) {
  const t = useWords(adoptWords)
  const { form, termYears, ftePercent, weeklyLessons, leftOut = false } = other
  return (
    <div className="adopt-other" role="group" aria-label={t('otherOf', { name: move.name })}>
      <label>
        {t('form')}
        <Picker
          label={t('form')}
          value={form ?? move.form}
          options={forms.map((value) => ({ value, label: value }))}
          onPick={(picked) => onSay({ form: picked === move.form ? undefined : picked })}
        />
      </label>
      <label>
        {t('term')}
        <Picker
          label={t('term')}
          value={termYears}
          all={t('same')}
          options={[1, 2, 3].map((n) => ({ value: n, label: t('termOf', { n }) }))}
          onPick={(picked) => onSay({ termYears: picked })}
        />
      </label>
      <label>
        {t('percent')}
        <InputNumber min={1} max={100} placeholder={t('same')} value={ftePercent ?? null} onChange={(n) => onSay({ ftePercent: n ?? undefined })} />
      </label>
      <label>
        {t('lessons')}
        <InputNumber min={0} max={60} placeholder={t('same')} value={weeklyLessons ?? null} onChange={(n) => onSay({ weeklyLessons: n ?? undefined })} />
      </label>
      <Checkbox checked={leftOut} onChange={({ target }) => onSay({ leftOut: target.checked })}>
        {t('leaveOut')}
      </Checkbox>
    </div>
  ) // prettier-ignore
}

/** In a few words: the form, and what is otherwise than for everyone. */
function saidOf(t: Say<keyof typeof adoptWords.zh>, { form, taken }: ProposedMove, other: Other): string {
  if (other.leftOut) return taken ? t('taken', { school: taken.school, until: dayInWords(taken.until) }) : t('leftOut')
  const { termYears, ftePercent, weeklyLessons } = other
  return [
    other.form ?? form,
    termYears && t('termOf', { n: termYears }),
    ftePercent && t('loadOf', { n: ftePercent }),
    weeklyLessons != null && t('lessonsOf', { n: weeklyLessons }),
  ]
    .filter(Boolean)
    .join('，')
}
