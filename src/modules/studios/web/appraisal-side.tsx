import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { appraisalApi } from '../appraisal.contract.ts'
import type { Studio } from '../studio.contract.ts'
import { studioWords } from './studio-words.ts'

/** Judges a studio's year by the items of the rubric. */
export function AppraisalSide({ studio, onClose }: { studio: Studio; onClose: () => void }) {
  const t = useWords(studioWords)
  const [levels, setLevels] = useState<Record<string, string>>({})
  const [words, setWords] = useState('')
  const add = useAct(appraisalApi.add, { done: ({ grade }) => t('appraised', { grade }), then: onClose })
  const { rubric, year } = studio
  if (!rubric) return null
  const send = () => add.mutate({ params: { studioId: studio.id }, body: { year, levels, words } })
  return (
    <Side title={`${t('appraise')}（${t('yearOf', { year })}）`} open onClose={onClose}>
      <p>{t('rubricLead', rubric)}</p>
      {rubric.items.map((item) => (
        <fieldset key={item.code} className="studio-rubric">
          <legend>{t('item', item)}</legend>
          <span className="quiet">{item.words}</span>
          {rubric.levels.map(({ title }) => (
            <label key={title}>
              <input
                type="radio"
                name={item.code}
                checked={levels[item.code] === title}
                onChange={() => setLevels({ ...levels, [item.code]: title })}
              />
              {title}
            </label>
          ))}
        </fieldset>
      ))}
      <label>
        {t('comment')}
        <Input.TextArea rows={5} maxLength={2000} value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <ProblemNote error={add.error} />
      <p className="entry-acts">
        <Button type="primary" loading={add.isPending} onClick={send}>
          {t('send')}
        </Button>
      </p>
    </Side>
  )
}
