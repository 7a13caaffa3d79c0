import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords, type Say } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { monthApi, type SchoolLine } from '../month.contract.ts'
import { monthInWords } from '../month.rules.ts'
import { jointActivities, schoolServices } from './service-places.ts'
import { serviceWords } from './service-words.ts'
import './services.css'

type Overview = Received<typeof monthApi.overview>
type T = Say<keyof typeof serviceWords.zh>

/** What the schools of a cluster do for families and pupils: who has what, who has told of the month. */
export default function ServicesPage() {
  const t = useWords(serviceWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(monthApi.overview, { params: { unitId }, query: { year: asNumber(at['year']), month: at['month'] } }),
    ],
  })
  const { year, years, months, month, schools } = data
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead', { n: schools.length })}
      acts={
        <>
          <Go to={jointActivities(unitId, year)}>{t('activities')}</Go>
          <YearPicker year={year} years={years} onPick={(picked) => go({ year: picked, month: undefined })} />
          {month !== null && (
            <Picker
              label={t('month')}
              value={month}
              options={months.map((value) => ({ value, label: monthInWords(value) }))}
              onPick={(picked) => go({ year, month: picked })}
            />
          )}
        </>
      }
    >
      {schools.length === 0 ? (
        <Empty title={t('nobody')} />
      ) : (
        <>
          <Standing unitId={unitId} data={data} />
          <Schools data={data} />
          <Reminder unitId={unitId} data={data} />
          <Services data={data} />
        </>
      )}
    </Page>
  )
}

function Standing({ unitId, data: { schools, month, year } }: { unitId: number; data: Overview }) {
  const t = useWords(serviceWords)
  const told = (fits: (line: SchoolLine) => boolean) =>
    t('ofSchools', { n: schools.filter(fits).length, of: schools.length })
  const opens = (code: string, words: string) => <Go to={places.figure({ unitId, code, year })}>{words}</Go>
  return (
    <section aria-label={t('standing')} className="service-part">
      <FactList
        facts={[
          [
            t('parentSchools'),
            opens(
              'parent_schools_share',
              told(({ parentSchool }) => parentSchool === '已建立'),
            ),
          ],
          [
            t('aed'),
            opens(
              'aed_placed_share',
              told(({ aeds }) => aeds > 0),
            ),
          ],
          [
            t('trained'),
            opens(
              'aid_trained_share',
              told(({ trained }) => trained > 0),
            ),
          ],
          ...(month === null
            ? []
            : [[t('sheets', { month: monthInWords(month) }), told(({ handedInOn }) => handedInOn !== null)] as const]),
        ]}
      />
    </section>
  )
}

const parentWords = { 已建立: 'established', 未建立: 'none', 未登记: 'unknown' } as const

function columnsOf(t: T, { month, year }: Overview): Column<SchoolLine>[] {
  const search = { year, ...(month !== null && { month }) }
  return [
    {
      key: 'school',
      title: t('school'),
      heads: true,
      cell: ({ schoolId, name, canOpen }) => (canOpen ? <Go to={schoolServices(schoolId, search)}>{name}</Go> : name),
    },
    { key: 'parent', title: t('parentSchool'), className: 'still', cell: (line) => t(parentWords[line.parentSchool]) },
    { key: 'aeds', title: t('aeds'), numeric: true, cell: ({ aeds }) => aeds },
    { key: 'people', title: t('people'), numeric: true, cell: ({ trained }) => trained },
    {
      key: 'urgent',
      title: t('urgent'),
      cell: ({ urgent }) => (urgent > 0 ? <span className="service-late">{t('urgentOf', { n: urgent })}</span> : '—'),
    },
    ...(month === null
      ? []
      : [
          {
            key: 'sheet',
            title: t('sheet', { month: monthInWords(month) }),
            className: 'still',
            cell: ({ handedInOn }: SchoolLine) =>
              handedInOn === null ? t('notYet') : t('onDay', { day: dayInWords(handedInOn) }),
          },
        ]),
  ]
}

function Schools({ data }: { data: Overview }) {
  const t = useWords(serviceWords)
  return (
    <section className="service-part">
      <h2>{t('schools')}</h2>
      <p className="quiet">{t('schoolsLead')}</p>
      <RuledTable
        caption={t('schools')}
        quiet
        rows={data.schools}
        rowKey={({ schoolId }) => schoolId}
        columns={columnsOf(t, data)}
      />
    </section>
  )
}

function Reminder({ unitId, data: { can, schools, month } }: { unitId: number; data: Overview }) {
  const t = useWords(serviceWords)
  const remind = useAct(monthApi.remind, {
    done: ({ told, already, nobody }) =>
      t(already.length + nobody.length > 0 ? 'remindedMore' : 'reminded', {
        told: told.length,
        already: already.length,
        nobody: nobody.length,
      }),
  })
  const open = schools.filter(({ handedInOn }) => handedInOn === null).length
  if (!can.includes('remind') || month === null || open === 0) return null
  return (
    <p className="acts">
      <Button loading={remind.isPending} onClick={() => remind.mutate({ params: { unitId }, body: { month } })}>
        {t('remind', { n: open })}
      </Button>
    </p>
  )
}

function Services({ data: { services, items } }: { data: Overview }) {
  const t = useWords(serviceWords)
  if (!items) return null
  return (
    <section className="service-part">
      <h2>{t('services')}</h2>
      <p className="quiet">{t('servicesLead')}</p>
      <RuledTable
        caption={t('services')}
        quiet
        rows={services}
        rowKey={({ code }) => code}
        columns={[
          { key: 'service', title: t('service'), heads: true, className: 'still', cell: ({ title }) => title },
          { key: 'times', title: t('times'), numeric: true, cell: ({ times }) => times.toLocaleString() },
          { key: 'people', title: t('persons'), numeric: true, cell: ({ people }) => people.toLocaleString() },
        ]}
      />
      <p className="quiet">{t('basis', items)}</p>
    </section>
  )
}
