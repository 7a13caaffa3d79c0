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
  return (
    <RuledTable
      caption={t('list')}
      quiet
      rows={far}
      rowKey={({ place }) => place.id}
      empty={t(isEmpty ? 'emptyAtAll' : 'empty')}
      columns={[
        { key: 'name', title: t('name'), heads: true, cell: ({ place }) => <Name place={place} /> },
        { key: 'holder', title: t('holder'), cell: ({ place }) => (place.of === 'site' ? place.address || '—' : place.holder) }, // prettier-ignore
        { key: 'kind', title: t('kind'), className: 'still', cell: ({ place }) => place.kind },
        { key: 'stages', title: t('stages'), cell: ({ place }) => place.stages.join('、') || t('forAll') },
        { key: 'distance', title: t('distance'), numeric: true, className: 'still', cell: ({ metres }) => (metres === null ? '—' : distanceInWords(metres)) }, // prettier-ignore
        { key: 'now', title: t('now'), className: 'still', cell: ({ place }) => <Now now={place.now} /> },
      ]}
    />
  )
}

const Name = ({ place: { of, id, name } }: { place: Place }) => (
  <Go to={of === 'venue' ? addresses.venue(id) : addresses.site(id)}>{name}</Go>
)

const signs = { 空着: '○', 有人用: '●', 不开放: '✕' } as const

function Now({ now }: { now: Place['now'] }) {
  if (!now) return '—'
  return (
    <span className={now.state === '空着' ? 'now-free' : 'quiet'}>
      <span aria-hidden="true">{signs[now.state]}</span> {now.state}，{now.words}
    </span>
  )
}
