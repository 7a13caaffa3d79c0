import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { asQuery } from '#ui/api.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { campusApi, type CampusLine } from '../campus.contract.ts'
import { mapWords } from './map-words.ts'
import { CampusSide } from './sides.ts'

/** The campuses of a school, with their places. */
export function Campuses({ schoolId }: { schoolId: number }) {
  const t = useWords(mapWords)
  const { data } = useSuspenseQuery(asQuery(campusApi.list, { params: { schoolId } }))
  const [open, setOpen] = useState<CampusLine | 'new'>()
  const keeps = data.can.includes('keep')
  const act = (campus: CampusLine) => (
    <Button size="small" aria-label={t('editOf', { name: campus.name })} onClick={() => setOpen(campus)}>
      {t('edit')}
    </Button>
  )
  return (
    <section aria-labelledby="campuses">
      <div className="section-head">
        <h2 id="campuses">{t('campuses')}</h2>
        <p>{t('campusesLead')}</p>
      </div>
      <RuledTable
        caption={t('campuses')}
        quiet
        rows={data.campuses}
        rowKey={({ id }) => id}
        rowClass={({ closedOn }) => (closedOn ? 'past' : undefined)}
        empty={t('none')}
        columns={[
          {
            key: 'name',
            title: t('campus'),
            heads: true,
            cell: ({ name, closedOn }) =>
              closedOn ? `${name}（${t('closed', { day: dayInWords(closedOn) })}）` : name,
          },
          { key: 'address', title: t('address'), cell: ({ address }) => address ?? '—' },
          {
            key: 'place',
            title: t('place'),
            numeric: true,
            className: 'still',
            cell: ({ longitude, latitude }) =>
              longitude === null || latitude === null ? t('noPlace') : `${longitude}, ${latitude}`,
          },
          ...(keeps ? [{ key: 'act', acts: true, title: <span className="unseen">{t('edit')}</span>, cell: act }] : []),
        ]}
      />
      {keeps && (
        <p className="section-acts">
          <Button onClick={() => setOpen('new')}>{t('add')}</Button>
        </p>
      )}
      {open && (
        <CampusSide
          key={open === 'new' ? 'new' : open.id}
          schoolId={schoolId}
          campus={open === 'new' ? undefined : open}
          others={data.campuses.filter((campus) => campus !== open && !campus.closedOn)}
          tiles={data.tiles}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
