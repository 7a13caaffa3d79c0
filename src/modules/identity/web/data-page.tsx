import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { dataApi } from '../data.contract.ts'
import './identity.css'
import { ownWords } from './own-words.ts'
import { identityWords } from './words.ts'

interface Row {
  cells: string[]
  index: number
}

/** All that is stored about the person who reads it, who looked, and a way to have it put right. */
export default function DataPage() {
  const t = useWords(ownWords)
  const account = useWords(identityWords)('account')
  const [asking, setAsking] = useState(false)
  const { data } = useSuspenseQuery(asQuery(dataApi.read, {}))
  const ask = useAct(dataApi.askCorrection, { done: () => t('asked'), then: () => setAsking(false) })
  return (
    <Page
      title={t('data')}
      crumbs={[{ text: account, to: places.account }]}
      lead={t('dataLead')}
      acts={
        <>
          <a href={addressOf(dataApi.xlsx, {})} download>
            {t('download')}
          </a>
          <a href={addressOf(dataApi.json, {})} download>
            {t('downloadJson')}
          </a>
          {data.canAsk && <Button onClick={() => setAsking(true)}>{t('ask')}</Button>}
        </>
      }
    >
      {data.parts.map(({ title, purpose, columns, rows }) => (
        <section key={title} className="stored">
          <h2 className="section-head">{title}</h2>
          <p className="quiet">{purpose}</p>
          <RuledTable
            caption={title}
            quiet
            rows={rows.map((cells, index) => ({ cells, index }))}
            rowKey={({ index }) => index}
            empty={t('nothing')}
            columns={columns.map((column, at) => ({
              key: `${at}`,
              title: column,
              heads: at === 0,
              className: at === 0 ? 'still' : 'wide-if-long',
              cell: ({ cells }: Row) => cells[at] ?? '—',
            }))}
          />
        </section>
      ))}
      <Side title={t('ask')} open={asking} onClose={() => setAsking(false)}>
        <p className="quiet">{t('askWhy')}</p>
        <EntryForm
          schema={dataApi.askCorrection.body}
          first={{}}
          onSend={(body) => ask.mutate({ body })}
          sending={ask.isPending}
          error={ask.error}
          act={t('send')}
          onCancel={() => setAsking(false)}
        >
          <Field name="wish" label={t('wish')}>
            <Input.TextArea rows={5} maxLength={1000} />
          </Field>
        </EntryForm>
      </Side>
    </Page>
  )
}
