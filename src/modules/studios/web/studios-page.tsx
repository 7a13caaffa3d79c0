import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { studioApi, type StudioLine } from '../studio.contract.ts'
import { CallsSection } from './calls-section.tsx'
import { today } from './moment.ts'
import { StudioSide } from './sides.ts'
import { studioWords } from './studio-words.ts'
import './studios.css'
import { studioPlaces } from './studio-places.ts'

/** The studios of a cluster in a school year, and the calls for new ones. */
export default function StudiosPage() {
  const t = useWords(studioWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const [isAdding, setAdding] = useState(false)
  const now = schoolYearOf(today())
  const year = asNumber(at['year']) ?? now
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(studioApi.list, { params: { unitId }, query: { year } }))
  const { studios, calls, can } = data
  const members = studios.reduce((sum, studio) => sum + studio.members, 0)
  const columns = useColumns(year)
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      acts={<YearPicker year={year} years={[...unit.years, now]} onPick={(picked) => go({ year: picked })} />}
    >
      <div>
        <p className="studio-head">
          {studios.length === 0 ? t('none', { year }) : t('lead', { year, n: studios.length, members })}
        </p>
        <p className="quiet">{t('counted')}</p>
        {can.includes('keep') && (
          <div className="studio-tools no-print">
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </div>
        )}
        {studios.length > 0 && (
          <RuledTable caption={t('list')} quiet rows={studios} rowKey={({ id }) => id} columns={columns} />
        )}
        <CallsSection unitId={unitId} calls={calls} canKeep={can.includes('keep')} />
      </div>
      {isAdding && <StudioSide unitId={unitId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function useColumns(year: number): Column<StudioLine>[] {
  const t = useWords(studioWords)
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      cell: ({ id, name }) => <Go to={studioPlaces.studio(id, year)}>{name}</Go>,
    },
    { key: 'line', title: t('line'), cell: ({ line }) => line },
    { key: 'host', title: t('host'), className: 'still', cell: ({ host }) => host.name },
    { key: 'school', title: t('school'), cell: ({ host }) => host.school },
    { key: 'members', title: t('members'), cell: (studio) => t('membersOf', studio) },
    { key: 'tasks', title: t('tasks'), cell: (studio) => <Done studio={studio} /> },
    {
      key: 'period',
      title: t('period'),
      cell: ({ from, until, endedOn }) => t('periodOf', { from: dayInWords(from), until: dayInWords(endedOn ?? until) }), // prettier-ignore
    },
  ]
}

/** How far the tasks of the year have come; what is late is told by a word. */
function Done({ studio }: { studio: StudioLine }) {
  const t = useWords(studioWords)
  if (studio.tasks === 0) return t('noTasks')
  return (
    <>
      {t('tasksOf', studio)}
      {studio.late > 0 && (
        <>
          {'，'}
          <span className="studio-late">{t('lateOf', studio)}</span>
        </>
      )}
    </>
  )
}
