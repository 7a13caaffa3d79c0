import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { monthApi, type Item } from '../month.contract.ts'
import { monthInWords } from '../month.rules.ts'
import { countsOf, MOST, type Written } from './month-numbers.ts'
import { schoolWords } from './school-words.ts'

interface Given {
  schoolId: number
  month: string
  data: Received<typeof monthApi.school>
}

/** The sheet of a month: a line for each service and referral, two numbers at most, an empty field is none. */
export function MonthSheet({ schoolId, month, data: { items, counts, handedInOn, can } }: Given) {
  const t = useWords(schoolWords)
  const [written, setWritten] = useState<Written>(
    () =>
    Object.fromEntries(counts.map(({ item, times, people }) => [item, { times: String(times), people: people > 0 ? String(people) : '' }])), // prettier-ignore
  )
  const [wrong, setWrong] = useState<{ item: string; key: 'wrong' | 'peopleOnly' }>()
  const named = { month: monthInWords(month) }
  const tell = useAct(monthApi.tell, { done: () => t('sent', named) })
  const keeps = can.includes('keep')
  if (!items) return <p>{t('noItems')}</p>
  const lines = [...items.services, ...items.referrals]
  const isReferral = ({ code }: Item) => items.referrals.some((one) => one.code === code)
  const put = (code: string, key: 'times' | 'people', value: string) =>
    setWritten({ ...written, [code]: { times: '', people: '', ...written[code], [key]: value } })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const read = countsOf(lines, written)
    setWrong(read.wrong)
    if (!read.wrong) tell.mutate({ params: { unitId: schoolId }, body: { month, counts: read.counts } })
  }
  const field = (item: Item, key: 'times' | 'people') => (
    <Input
      inputMode="numeric"
      maxLength={5}
      aria-label={t(key === 'times' ? 'timesOf' : 'peopleOf', { item: item.title })}
      value={written[item.code]?.[key] ?? ''}
      readOnly={!keeps}
      onChange={({ target }) => put(item.code, key, target.value)}
    />
  )
  return (
    <form className="service-part month-sheet" onSubmit={send} noValidate>
      <h2>{t('sheet', named)}</h2>
      <p className="quiet">{handedInOn === null ? t('sheetLead') : t('told', { day: dayInWords(handedInOn) })}</p>
      <RuledTable
        caption={t('sheet', named)}
        quiet
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          { key: 'item', title: t('item'), heads: true, className: 'still', cell: ({ title }) => title },
          { key: 'times', title: t('times'), numeric: true, cell: (item) => field(item, 'times') },
          { key: 'people', title: t('people'), numeric: true, cell: (item) => (isReferral(item) ? '—' : field(item, 'people')) }, // prettier-ignore
        ]}
      />
      {wrong && (
        <p role="alert" className="service-wrong">
          {t(wrong.key, { item: wrong.item, most: MOST })}
        </p>
      )}
      <ProblemNote error={tell.error} />
      {keeps && (
        <p className="entry-acts">
          <Button type="primary" htmlType="submit" loading={tell.isPending}>
            {t(handedInOn === null ? 'send' : 'sendAgain')}
          </Button>
        </p>
      )}
    </form>
  )
}
