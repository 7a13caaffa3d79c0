import { Button, Input } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { planApi } from '../plan.contract.ts'
import { asBody } from './board-draft.ts'
import type { ViewGiven } from './plan-page.tsx'
import { boardWords } from './board-words.ts'

/** What can be done with the draft: place a teacher, take a step back, keep it as another plan. */
export function DraftBar({ data, draft, step, onPick, changes }: ViewGiven & { changes: number }) {
  const t = useWords(boardWords)
  const staying = data.candidates.filter(({ teacherId }) => !draft.now.has(teacherId))
  const nameOf = (id: number) => data.schools.find(({ schoolId }) => schoolId === id)?.name ?? ''
  return (
    <div className="draft-bar">
      <Picker
        label={t('add')}
        value={undefined}
        all={t('add')}
        options={staying.map(({ teacherId, name, schoolId, subject }) => ({ value: teacherId, label: `${name}（${nameOf(schoolId)}，${subject}）` }))} // prettier-ignore
        onPick={(teacherId) => teacherId && onPick(teacherId)}
      />
      <Button disabled={draft.past.length === 0} onClick={() => step({ kind: 'undo' })}>
        {t('undo')}
      </Button>
      <Button disabled={draft.future.length === 0} onClick={() => step({ kind: 'redo' })}>
        {t('redo')}
      </Button>
      {changes > 0 && <Keep data={data} draft={draft} changes={changes} />}
    </div>
  )
}

function Keep({ data, draft, changes }: Pick<ViewGiven, 'data' | 'draft'> & { changes: number }) {
  const t = useWords(boardWords)
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const save = useAct(planApi.save, {
    done: ({ number }) => t('saved', { number }),
    then: ({ planId }) => void navigate(places.rotationPlan(planId) as never),
  })
  const send = () => save.mutate({ params: { planId: data.plan.id }, body: { ...asBody(draft, data.moves), note } })
  return (
    <>
      <span role="status">{t('draft', { n: changes })}</span>
      <Input
        className="draft-note"
        aria-label={t('note')}
        placeholder={t('noteHint')}
        maxLength={200}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={send}
      />
      <Button type="primary" loading={save.isPending} onClick={send}>
        {t('saveAs')}
      </Button>
      <ProblemNote error={save.error} />
    </>
  )
}
