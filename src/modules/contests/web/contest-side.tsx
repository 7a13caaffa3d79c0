import { Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { dayAfter } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { contestApi, ContestFields, type Contest } from '../contest.contract.ts'
import { groupsIn, groupsText, itemsIn, itemsText } from '../written.rules.ts'
import { contestWords } from './contest-words.ts'
import { today } from './moment.ts'

/** As one writes it: groups and items line by line. */
const Written = ContestFields.omit({ groups: true, items: true }).extend({
  groups: z.string('请填写组别').trim().min(1, '请填写组别'),
  items: z.string('请填写评分项').trim().min(1, '请填写评分项'),
})

const DAYS = 30
const USUAL = '教学目标 20\n教学内容 25\n教学过程 35\n教学效果 20'

interface Given {
  unitId: number
  contest?: Contest
  onClose: () => void
}

/** A contest, new or changed. */
export function ContestSide({ unitId, contest, onClose }: Given) {
  const t = useWords(contestWords)
  const [badLine, setBadLine] = useState<string>()
  const add = useAct(contestApi.add, { done: () => t('called'), then: onClose })
  const change = useAct(contestApi.change, { done: (_, { body }) => t('saved', body), then: onClose })
  const { isPending, error } = contest ? change : add
  const send = (fields: z.output<typeof Written>) => {
    const [groups, items] = [groupsIn(fields.groups), itemsIn(fields.items)]
    const bad = 'line' in groups ? groups.line : 'line' in items ? items.line : undefined
    setBadLine(bad)
    if ('line' in groups || 'line' in items) return
    const body = { ...fields, groups: groups.rows, items: items.rows }
    if (contest) change.mutate({ params: { contestId: contest.id }, body })
    else add.mutate({ params: { unitId }, body })
  }
  return (
    <Side title={contest ? t('change') : t('add')} open onClose={onClose}>
      <EntryForm
        schema={Written}
        first={firstOf(contest)}
        onSend={send}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('titleField')} hint={t('titleHint')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="from" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('until')}>
          <DayInput />
        </Field>
        <Field name="groups" label={t('groups')} hint={t('groupsHint')}>
          <Input.TextArea rows={5} />
        </Field>
        <Field name="items" label={t('items')} hint={t('itemsHint')}>
          <Input.TextArea rows={5} />
        </Field>
        <Field name="rules" label={t('rules')} hint={t('rulesHint')}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Field>
        {badLine !== undefined && <p role="alert">{t('badLine', { line: badLine })}</p>}
      </EntryForm>
    </Side>
  )
}

function firstOf(contest: Contest | undefined) {
  if (!contest) return { from: today(), until: dayAfter(today(), DAYS), items: USUAL }
  const { title, rules, from, until, groups, items } = contest
  return { title, rules, from, until, groups: groupsText(groups), items: itemsText(items) }
}
