import { Button, Input } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { accountApi, HandOver, type AccountLine } from '../account.contract.ts'
import { accountsWords } from './accounts-words.ts'

interface Given {
  account: AccountLine
  onLink: (link: Received<typeof accountApi.passwordLink>, name: string) => void
}

/** One act when a person leaves: the roles go to a successor from a day on. */
export function HandOverForm({ account, onLink }: Given) {
  const t = useWords(accountsWords)
  const [open, setOpen] = useState(false)
  const act = useAct(accountApi.handOver, {
    done: ({ grants }, { body }) => t('handedOver', { n: grants, day: dayInWords(body.fromDay) }),
    then: ({ link }, { body }) => {
      setOpen(false)
      if (link) onLink(link, body.toName ?? '')
    },
  })
  if (!open)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t('handOver')}</Button>
      </p>
    )
  return (
    <section>
      <h2 className="section-head">{t('handOver')}</h2>
      <p className="quiet">{t('handOverWhy')}</p>
      <EntryForm
        schema={HandOver}
        first={{ fromDay: dayOf(new Date()) }}
        onSend={(body) => act.mutate({ params: { accountId: account.id }, body })}
        sending={act.isPending}
        error={act.error}
        act={t('handOverAct')}
        onCancel={() => setOpen(false)}
      >
        <Field name="fromDay" label={t('fromDay')}>
          <DayInput />
        </Field>
        <Field name="toLogin" label={t('toLogin')} hint={t('toLoginHint')}>
          <Input autoComplete="off" autoCapitalize="none" />
        </Field>
        <Field name="toName" label={t('toName')} hint={t('toNameHint')}>
          <Input autoComplete="off" />
        </Field>
      </EntryForm>
    </section>
  )
}
