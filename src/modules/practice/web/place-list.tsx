import { Button } from 'antd'
import { useState } from 'react'
import { distanceInWords } from '#shared/position.ts'
import { Go } from '#ui/go.tsx'
import { places as addresses } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Place } from '../place.contract.ts'
import type { Far } from './layers.ts'
import { practiceWords } from './words.ts'

/** The same as the map, the nearest first. */
export function PlaceList({ far, isEmpty }: { far: Far[]; isEmpty: boolean }) {
  const t = useWords(practiceWords)
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? far : far.slice(0, FIRST)
  return (
    <>
      <Rows rows={rows} empty={t(isEmpty ? 'emptyAtAll' : 'empty')} />
      {rows.length < far.length && <Button onClick={() => setWhole(true)}>{t('all', { n: far.length })}</Button>}
    </>
  )
}

/** What a phone shows before one would rather search. */
const FIRST = 20

function Rows({ rows, empty }: { rows: Far[]; empty: string }) {
  const t = useWords(practiceWords)
  return (
    <RuledTable
      caption={t('list')}
      quiet
      rows={rows}
      rowKey={({ place }) => place.id}
      empty={empty}
      columns={[
        { key: 'name', title: t('name'), heads: true, cell: ({ place }) => <Name place={place} /> },
        { key: 'kind', title: t('kind'), className: 'still', cell: ({ place }) => place.kind },
        { key: 'distance', title: t('distance'), numeric: true, className: 'still', cell: ({ metres }) => (metres === null ? '—' : distanceInWords(metres)) }, // prettier-ignore
        { key: 'now', title: t('now'), className: 'still', cell: ({ place }) => <Now now={place.now} /> },
      ]}
    />
  )
}

function Name({ place: { of, id, name, holder, address, stages } }: { place: Place }) {
  const where = of === 'venue' ? holder : address
  return (
    <>
      <Go to={of === 'venue' ? addresses.venue(id) : addresses.site(id)}>{name}</Go>
      <span className="place-more">{[where, stages.join('、')].filter(Boolean).join('，')}</span>
    </>
  )
}

const signs = { 空着: '○', 有人用: '●', 不开放: '✕' } as const

function Now({ now }: { now: Place['now'] }) {
  if (!now) return '—'
  return (
    <span className={now.state === '空着' ? 'now-free' : 'quiet'}>
      <span aria-hidden="true">{signs[now.state]}</span> {now.state}，{now.words}
    </span>
  )
}
