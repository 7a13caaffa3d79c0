import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Side } from '#ui/entry.tsx'
import { Problem } from '#shared/problem.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { defaultBells } from '#shared/bells.ts'
import { timetableApi, type BellLine } from '../timetable.contract.ts'
import type { Timetable } from './timetable-page.tsx'
import { timetableWords } from './timetable-words.ts'

interface Given {
  schoolId: number
  data: Timetable
  open: boolean
  onClose: () => void
}

/** When the periods of a school begin and end. */
export function BellsSide({ schoolId, data, open, onClose }: Given) {
  const t = useWords(timetableWords)
  const [bells, setBells] = useState<readonly BellLine[]>(data.bells)
  const save = useAct(timetableApi.bells, { done: () => t('saved'), then: onClose })
  const put = (period: number, change: Partial<BellLine>) =>
    setBells(bells.map((bell) => (bell.period === period ? { ...bell, ...change } : bell)))
  const more = () => {
    const usual = defaultBells.find(({ period }) => period === bells.length + 1)
    setBells([...bells, usual ?? { period: bells.length + 1, fromTime: '', untilTime: '' }])
  }
  return (
    <Side title={t('bellsTitle')} open={open} onClose={onClose}>
      <p>{t('bellsLead')}</p>
      {!data.ownBells && <p className="quiet">{t('bellsUsual')}</p>}
      <div className="bells">
        {bells.map(({ period, fromTime, untilTime }) => (
          <p key={period} className="bell-line">
            <span>{t('periodN', { n: period })}</span>
            <Clock
              label={`${t('periodN', { n: period })}${t('fromTime')}`}
              value={fromTime}
              onPick={(time) => put(period, { fromTime: time })}
            />
            <span aria-hidden="true">–</span>
            <Clock
              label={`${t('periodN', { n: period })}${t('untilTime')}`}
              value={untilTime}
              onPick={(time) => put(period, { untilTime: time })}
            />
          </p>
        ))}
      </div>
      <p className="entry-acts">
        {bells.length < 14 && <Button onClick={more}>{t('add')}</Button>}
        {bells.length > 1 && <Button onClick={() => setBells(bells.slice(0, -1))}>{t('remove')}</Button>}
        <Button type="link" onClick={() => setBells(defaultBells)}>
          {t('usual')}
        </Button>
      </p>
      <ProblemNote error={saidOf(save.error)} />
      <p className="entry-acts">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ params: { schoolId }, body: { bells: [...bells] } })}
        >
          {t('save')}
        </Button>
      </p>
    </Side>
  )
}

/** What is wrong with the times stands with its own words; the frame around it says nothing more. */
function saidOf(error: unknown): unknown {
  const [issue] = error instanceof Problem ? ((error.facts['issues'] ?? []) as { message: string }[]) : []
  return issue ? new Problem('cover.bells', 400, issue.message) : error
}

function Clock({ label, value, onPick }: { label: string; value: string; onPick: (time: string) => void }) {
  return (
    <Input
      aria-label={label}
      value={value}
      maxLength={5}
      inputMode="numeric"
      placeholder="08:00"
      onChange={({ target }) => onPick(target.value.replace('：', ':'))}
    />
  )
}
