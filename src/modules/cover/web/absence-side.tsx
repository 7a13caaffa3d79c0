import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { absenceApi, type StakeLine } from '../absence.contract.ts'
import { absenceReasons } from '../gap.contract.ts'
import { timetableApi } from '../timetable.contract.ts'
import { whenOf } from './day-words.ts'
import { coverWords } from './cover-words.ts'
import { gapWords } from './gap-words.ts'

interface Given {
  schoolId: number
  today: string
  /** Whose absence it is, where the teacher reports it. */
  teacherId?: string
  open: boolean
  onClose: () => void
}

type Reason = (typeof absenceReasons)[number]

/** Who is away from when to when: the lessons are listed, all of them chosen, and others are asked at once. */
export function AbsenceSide({ schoolId, today, teacherId, open, onClose }: Given) {
  const t = useWords(gapWords)
  const [who, setWho] = useState(teacherId)
  const [span, setSpan] = useState({ fromDay: today, untilDay: today })
  const [reason, setReason] = useState<Reason>()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const isReady = who !== undefined && span.fromDay <= span.untilDay
  const stake = useQuery({
    ...asQuery(absenceApi.stake, { params: { schoolId }, query: { teacherId: who ?? '', ...span } }),
    enabled: open && isReady,
  })
  const report = useAct(absenceApi.report, {
    done: ({ lessons: n, asked, nobody }) => t(nobody > 0 ? 'sentNobody' : 'sent', { n, asked, nobody }),
    then: onClose,
  })
  const lessons = (stake.data?.lessons ?? []).filter(({ blocked, key }) => blocked === null && !left.has(key))
  const send = () => {
    const lacking = who === undefined ? 'pickWho' : reason === undefined ? 'pickReason' : lessons.length === 0 ? 'pickOne' : undefined // prettier-ignore
    setSaid(lacking ? t(lacking) : '')
    if (lacking) return
    report.mutate({ params: { schoolId }, body: { teacherId: who!, ...span, reason: reason!, lessons: lessons.map(({ key }) => key) } }) // prettier-ignore
  }
  return (
    <Side title={t('leaveTitle')} open={open} onClose={onClose}>
      <p className="quiet">{t('leaveLead')}</p>
      <div className="entry when">
        {teacherId === undefined && <Who schoolId={schoolId} who={who} onPick={setWho} />}
        <label>
          {t('fromDay')}
          <DayInput
            value={span.fromDay}
            onChange={(day) => day && setSpan({ fromDay: day, untilDay: day > span.untilDay ? day : span.untilDay })}
          />
        </label>
        <label>
          {t('untilDay')}
          <DayInput value={span.untilDay} onChange={(day) => day && setSpan({ ...span, untilDay: day })} />
        </label>
        <fieldset className="reasons">
          <legend>{t('reason')}</legend>
          {absenceReasons.map((one) => (
            <label key={one}>
              <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
              {one}
            </label>
          ))}
        </fieldset>
      </div>
      <h3>{t('stake')}</h3>
      <ProblemNote error={stake.error} />
      {stake.data ? (
        <Stake lessons={stake.data.lessons} left={left} onLeave={setLeft} />
      ) : (
        !stake.error && <p className="quiet">{t('stakeWait')}</p>
      )}
      {said && (
        <p className="problem-note" role="alert">
          {said}
        </p>
      )}
      <ProblemNote error={report.error} />
      <p className="entry-acts">
        <Button type="primary" size="large" loading={report.isPending} onClick={send}>
          {t('send')}
        </Button>
      </p>
    </Side>
  )
}

/** The teachers of the school's timetable, by pinyin. */
function Who({ schoolId, who, onPick }: { schoolId: number; who: string | undefined; onPick: (id: string) => void }) {
  const t = useWords(gapWords)
  const { data } = useQuery(asQuery(timetableApi.read, { params: { schoolId } }))
  const all = new Map((data?.lessons ?? []).map(({ teacherId, teacherName }) => [teacherId, teacherName]))
  const options = [...all].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'zh-CN')) // prettier-ignore
  return (
    <label>
      {t('who')}
      <Select
        value={who ?? null}
        options={options}
        onChange={(id: string) => onPick(id)}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('who')}
      />
    </label>
  )
}

interface Choosing {
  lessons: readonly StakeLine[]
  left: ReadonlySet<string>
  onLeave: (left: ReadonlySet<string>) => void
}

function Stake({ lessons, left, onLeave }: Choosing) {
  const t = useWords(gapWords)
  const c = useWords(coverWords)
  const turn = (key: string, isWanted: boolean) =>
    onLeave(new Set(isWanted ? [...left].filter((one) => one !== key) : [...left, key]))
  if (lessons.length === 0) return <p>{t('noStake')}</p>
  return (
    <ul className="stake">
      {lessons.map((lesson) => (
        <li key={lesson.key}>
          <Checkbox
            checked={lesson.blocked === null && !left.has(lesson.key)}
            disabled={lesson.blocked !== null}
            onChange={({ target }) => turn(lesson.key, target.checked)}
          >
            {c('whenLine', whenOf(lesson))}，{lesson.className} {lesson.subject}
            <span className="quiet">{`（${[lesson.schoolName, lesson.blocked].filter(Boolean).join('，')}）`}</span>
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}
