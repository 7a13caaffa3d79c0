import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import type { Contest } from '../contest.contract.ts'
import { juryApi, NewJuror } from '../jury.contract.ts'
import { contestWords } from './contest-words.ts'
import type { ToScore } from './score-section.tsx'

interface Given {
  contest: Contest
  onClose: () => void
}

export function JurorSide({ contest: { id: contestId, groups }, onClose }: Given) {
  const t = useWords(contestWords)
  const name = useAct(juryApi.name, { done: () => t('jurorAdded'), then: onClose })
  const [only] = groups.length === 1 ? groups : []
  return (
    <Side title={t('addJuror')} open onClose={onClose}>
      <EntryForm
        schema={NewJuror}
        first={only ? { group: only.name } : {}}
        onSend={(body) => name.mutate({ params: { contestId }, body })}
        sending={name.isPending}
        error={name.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="group" label={t('group')}>
          <Select options={groups.map((group) => ({ value: group.name, label: group.name }))} />
        </Field>
        <Field name="call" label={t('jurorField')} hint={t('jurorHint')} begins>
          <Input maxLength={40} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** A mark for each item of the contest. */
export function ScoreSide({ contest: { id: contestId, items }, work, onClose }: Given & { work: ToScore }) {
  const t = useWords(contestWords)
  const [marks, setMarks] = useState<(number | null)[]>(items.map((_, n) => work.own?.marks[n] ?? null))
  const [words, setWords] = useState(work.own?.words ?? '')
  const [isShort, setShort] = useState(false)
  const score = useAct(juryApi.score, { done: (reply) => t('scoreSaved', reply), then: onClose })
  const given = marks.filter((mark) => mark !== null)
  const send = () => {
    setShort(given.length < items.length)
    if (given.length === items.length)
      score.mutate({ params: { contestId, entryId: work.id }, body: { marks: given, words } })
  }
  return (
    <Side title={t('scoreOf', work)} open onClose={onClose}>
      {items.map((item, n) => (
        <p key={item.title}>
          <label>
            {t('mark', item)}{' '}
            <InputNumber
              min={0}
              max={item.weight}
              value={marks[n] ?? null}
              onChange={(mark) => setMarks(marks.map((one, m) => (m === n ? mark : one)))}
            />
          </label>
        </p>
      ))}
      <p>{`${t('total')}：${given.reduce((sum, mark) => sum + mark, 0)}`}</p>
      <label>
        {t('comment')}
        <Input.TextArea rows={4} maxLength={1000} value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      {isShort && given.length < items.length && <p role="alert">{t('badMark')}</p>}
      <ProblemNote error={score.error ?? undefined} />
      <p className="entry-acts">
        <Button type="primary" loading={score.isPending} onClick={send}>
          {t('save')}
        </Button>
      </p>
    </Side>
  )
}
