import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { travelApi, type TravelLine } from '#modules/cover/travel.contract.ts'
import { asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { deliveryWords } from './delivery-words.ts'
import { TravelSide } from './sides.ts'

/** How long the ways between schools are, where the office knows better than the map. */
export function TravelPart({ unitId }: { unitId: number }) {
  const t = useWords(deliveryWords)
  const { data, error } = useQuery(asQuery(travelApi.list, { params: { unitId } }))
  const [open, setOpen] = useState<TravelLine | 'new'>()
  const keeps = data?.can.includes('keep')
  return (
    <section className="delivery-part" aria-labelledby="travel">
      <div className="section-head">
        <h2 id="travel">{t('travel')}</h2>
        {keeps && <Button onClick={() => setOpen('new')}>{t('travelAdd')}</Button>}
      </div>
      <ProblemNote error={error} />
      {data && <p className="quiet">{t('travelLead', { unknown: data.unknown })}</p>}
      {data?.lines.length === 0 && <p>{t('travelNone')}</p>}
      {data && data.lines.length > 0 && (
        <RuledTable
          caption={t('travel')}
          quiet
          rows={data.lines}
          rowKey={({ schoolId, toSchoolId }) => `${schoolId}-${toSchoolId}`}
          columns={[
            { key: 'from', title: t('from'), heads: true, cell: ({ school }) => school },
            { key: 'to', title: t('to'), cell: ({ toSchool }) => toSchool },
            { key: 'minutes', title: t('minutes'), numeric: true, cell: ({ minutes }) => minutes },
            ...(keeps ? [{ key: 'acts', title: t('travelChange'), acts: true, cell: (line: TravelLine) => <Change line={line} onOpen={setOpen} /> }] : []), // prettier-ignore
          ]}
        />
      )}
      {data && open && (
        <TravelSide
          unitId={unitId}
          schools={data.schools}
          line={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

function Change({ line, onOpen }: { line: TravelLine; onOpen: (line: TravelLine) => void }) {
  const t = useWords(deliveryWords)
  return (
    <Button type="link" size="small" aria-label={t('travelOf', { ...line })} onClick={() => onOpen(line)}>
      {t('travelChange')}
    </Button>
  )
}
