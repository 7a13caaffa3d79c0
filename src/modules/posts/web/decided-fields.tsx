import { AutoComplete, Input } from 'antd'
import { dayInWords, dayOf } from '#shared/day.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { postWords } from './words.ts'

export const today = (): string => dayOf(new Date())

/** Who decided, when, in which words: fields of an EntryForm. */
export function DecidedFields({ isGroup, hint }: { isGroup: boolean; hint?: string }) {
  const t = useWords(postWords)
  const options = [t(isGroup ? 'board' : 'council'), t('office')].map((value) => ({ value }))
  return (
    <>
      <Field name="decidedBy" label={t('decidedBy')}>
        <AutoComplete options={options} />
      </Field>
      <Field name="decidedOn" label={t('decidedOn')}>
        <DayInput max={today()} />
      </Field>
      <Field name="words" label={t('words')} {...(hint !== undefined && { hint })}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
    </>
  )
}

/** 学区管理委员会，2023年10月8日. */
export function DecidedLine({ by, on, words }: { by: string | null; on: string | null; words: string | null }) {
  const t = useWords(postWords)
  if (by === null || on === null) return '—'
  const line = t('decidedLine', { by, day: dayInWords(on) })
  return words ? `${line}：${words}` : line
}
