import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { wayApi } from '../way.contract.ts'
import { wayWords } from './way-words.ts'

type Habits = Pick<Received<typeof wayApi.read>, 'digestHour' | 'quietFrom' | 'quietUntil'>

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** Before the way home; and the night. */
const DIGEST = 16
const NIGHT = { quietFrom: 20, quietUntil: 7 }

/** At once or once a day, and the hours in which nothing is sent. */
export function HabitForm({ ways }: { ways: Habits }) {
  const t = useWords(wayWords)
  const [habits, setHabits] = useState<Habits>(ways)
  const save = useAct(wayApi.setHabits, { done: () => t('saved') })
  const change = (part: Partial<Habits>) => setHabits((before) => ({ ...before, ...part }))
  const { digestHour, quietFrom, quietUntil } = habits
  return (
    <div className="habits">
      <Choice
        label={t('at')}
        off={t('once')}
        on={t('digest')}
        isOn={digestHour !== null}
        onChange={(isOn) => change({ digestHour: isOn ? DIGEST : null })}
      />
      {digestHour !== null && (
        <Hour label={t('digestHour')} value={digestHour} onChange={(hour) => change({ digestHour: hour })} />
      )}
      {digestHour === null && (
        <Choice
          label={t('quiet')}
          off={t('quietOff')}
          on={t('quietOn')}
          isOn={quietFrom !== null}
          onChange={(isOn) => change(isOn ? NIGHT : { quietFrom: null, quietUntil: null })}
        />
      )}
      {digestHour === null && quietFrom !== null && quietUntil !== null && (
        <p className="way-acts">
          <Hour label={t('from')} value={quietFrom} onChange={(hour) => change({ quietFrom: hour })} />
          <Hour label={t('until')} value={quietUntil} onChange={(hour) => change({ quietUntil: hour })} />
        </p>
      )}
      <ProblemNote error={save.error} />
      <p>
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ body: { digestHour, quietFrom, quietUntil } })}
        >
          {t('save')}
        </Button>
      </p>
    </div>
  )
}

interface Choosing {
  label: string
  off: string
  on: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function Choice({ label, off, on, isOn, onChange }: Choosing) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <Radio.Group
        value={isOn}
        onChange={(event) => onChange(event.target.value as boolean)}
        options={[
          { value: false, label: off },
          { value: true, label: on },
        ]}
      />
    </fieldset>
  )
}

function Hour({ label, value, onChange }: { label: string; value: number; onChange: (hour: number) => void }) {
  const t = useWords(wayWords)
  return (
    <label className="hour">
      {label}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {t('hour', { hour })}
          </option>
        ))}
      </select>
    </label>
  )
}
