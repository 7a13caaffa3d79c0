import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { useDraft } from '#ui/draft.ts'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { stageNames } from '../post.contract.ts'
import { vacancyApi, type VacancyLine } from '../vacancy.contract.ts'
import { balanceOf } from '../vacancy.rules.ts'
import { withRegister, type Line } from './typed-lines.ts'
import { vacancyWords } from './vacancy-words.ts'
import { postWords } from './words.ts'

interface Given {
  schoolId: number
  year: number
  lines: readonly VacancyLine[]
  onDone?: () => void
}

/** The posts of a school, all lines at once; who teaches is counted from the register. */
export function LineForm({ schoolId, year, lines: found, onDone }: Given) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  const { typed, type, drop } = useDraft<Line[]>(`posts of ${schoolId} in ${year}`)
  const lines = typed ? withRegister(typed, found) : [...found]
  const save = useAct(vacancyApi.state, {
    done: (reply) => v('saved', reply),
    then: () => {
      drop()
      onDone?.()
    },
  })
  const change = (line: Line, part: Partial<Line>) =>
    type(lines.map((one) => (one === line ? { ...one, ...part } : one)))
  const send = () => {
    const stated = lines.flatMap(({ established, filled: _, ...line }) =>
      established === null ? [] : [{ ...plain(line), established }],
    )
    save.mutate({ params: { schoolId }, body: { year, lines: stated } })
  }
  return (
    <div>
      <p className="quiet">{v('ownLead', { year })}</p>
      <RuledTable
        caption={v('own')}
        quiet
        rows={lines}
        rowKey={({ stage, subject }) => `${stage}-${subject}`}
        columns={[
          {
            key: 'subject',
            title: `${t('stage')}、${t('subject')}`,
            heads: true,
            className: 'still',
            cell: ({ stage, subject }) => `${stage} ${subject}`,
          },
          { key: 'filled', title: v('filled'), numeric: true, cell: ({ filled }) => filled },
          {
            key: 'established',
            title: v('established'),
            cell: (line) => (
              <Count line={line} field="established" onChange={(established) => change(line, { established })} />
            ),
          },
          {
            key: 'leaving',
            title: `${v('leaving')}（${v('leavingHint')}）`,
            cell: (line) => (
              <Count line={line} field="leaving" onChange={(leaving) => change(line, { leaving: leaving ?? 0 })} />
            ),
          },
          { key: 'balance', title: v('balance'), className: 'still', cell: (line) => <BalanceWords line={line} /> },
          {
            key: 'from',
            title: v('fromDay'),
            cell: (line) => (
              <DayInput
                aria-label={v('ofLine', { ...line, field: v('fromDay') })}
                value={line.fromDay}
                onChange={(fromDay) => change(line, { fromDay: fromDay ?? null })}
              />
            ),
          },
          {
            key: 'note',
            title: v('note'),
            cell: (line) => (
              <Input
                aria-label={v('ofLine', { ...line, field: v('note') })}
                maxLength={100}
                value={line.note ?? ''}
                onChange={({ target }) => change(line, { note: target.value || null })}
              />
            ),
          },
        ]}
      />
      <AddLine lines={lines} onAdd={(line) => type([...lines, line])} />
      <ProblemNote error={save.error} />
      <p className="entry-acts">
        <Button type="primary" loading={save.isPending} onClick={send}>
          {t('save')}
        </Button>
        {typed && <Button onClick={drop}>{v('giveUp')}</Button>}
        {typed && <span role="status">{v('notSaved')}</span>}
      </p>
    </div>
  )
}

const plain = ({ stage, subject, leaving, fromDay, note }: Omit<Line, 'established' | 'filled'>) => ({
  ...{ stage, subject, leaving, fromDay, note },
})

interface CountGiven {
  line: Line
  field: 'established' | 'leaving'
  onChange: (n: number | null) => void
}

function Count({ line, field, onChange }: CountGiven) {
  const v = useWords(vacancyWords)
  return (
    <InputNumber
      aria-label={v('ofLine', { ...line, field: v(field) })}
      min={0}
      max={9999}
      precision={0}
      value={line[field]}
      onChange={onChange}
    />
  )
}

function BalanceWords({ line }: { line: Line }) {
  const v = useWords(vacancyWords)
  if (line.established === null) return '—'
  const { lack, spare } = balanceOf({ ...line, schoolId: 0 }, [])
  if (lack > 0) return v('lacks', { n: lack })
  return spare > 0 ? v('spares', { n: spare }) : v('even')
}

/** A subject that nobody teaches yet. */
function AddLine({ lines, onAdd }: { lines: readonly Line[]; onAdd: (line: Line) => void }) {
  const v = useWords(vacancyWords)
  const [stage, setStage] = useState<string>(lines[0]?.stage ?? stageNames[0])
  const [subject, setSubject] = useState('')
  const isThere = lines.some((line) => line.stage === stage && line.subject === subject.trim())
  const add = () => {
    onAdd({ stage, subject: subject.trim(), established: 1, filled: 0, leaving: 0, fromDay: null, note: null })
    setSubject('')
  }
  return (
    <div className="post-add">
      <Picker
        label={v('addStage')}
        value={stage}
        options={stageNames.map((value) => ({ value, label: value }))}
        onPick={(picked) => picked && setStage(picked)}
      />
      <Input
        style={{ width: 160 }}
        aria-label={v('addSubject')}
        placeholder={v('addSubject')}
        maxLength={30}
        value={subject}
        onChange={({ target }) => setSubject(target.value)}
      />
      <Button disabled={subject.trim() === '' || isThere} onClick={add}>
        {v('add')}
      </Button>
    </div>
  )
}
