import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, asQuery } from '#ui/api.ts'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { dataApi } from '../data.contract.ts'
import './identity.css'
import { ownWords } from './own-words.ts'
import { identityWords } from './words.ts'

const AskSide = later(async () => (await import('./ask-side.tsx')).AskSide)

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
      <AskSide open={asking} onClose={() => setAsking(false)} />
    </Page>
  )
}
