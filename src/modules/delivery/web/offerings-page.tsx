import { useSuspenseQueries } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Filters } from '#ui/filters.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { modes, offeringApi, type OfferingLine } from '../offering.contract.ts'
import { offeringAt } from './addresses.ts'
import { deliveryWords } from './delivery-words.ts'
import './delivery.css'
import { OfferingSide } from './sides.ts'
import { TravelPart } from './travel-part.tsx'

/** What the schools of a cluster teach for one another in a school year. */
export default function OfferingsPage() {
  const t = useWords(deliveryWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(offeringApi.list, { params: { unitId }, query: { year: asNumber(at['year']) } }),
    ],
  })
  const [isWriting, setWriting] = useState(false)
  const { offerings, year, can } = data
  const writes = can.includes('write')
  const taken = offerings.reduce((sum, one) => sum + one.taken, 0)
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      {...(offerings.length > 0 && { lead: t('lead', { year, n: offerings.length, taken }) })}
      acts={
        <>
          <YearPicker
            year={year}
            years={[...unit.years, schoolYearOf(dayOf(new Date()))]}
            onPick={(picked) => go({ year: picked })}
          />
          {writes && (
            <Button type="primary" onClick={() => setWriting(true)}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      {offerings.length === 0 ? (
        <Empty title={t('none', { year })}>
          <p>{t(writes ? 'noneWrite' : 'noneRead')}</p>
        </Empty>
      ) : (
        <Found offerings={offerings} />
      )}
      <TravelPart unitId={unitId} />
      {isWriting && <OfferingSide unitId={unitId} onClose={() => setWriting(false)} />}
    </Page>
  )
}

type Facet = 'mode' | 'stage' | 'subject' | 'term' | 'side'

const valueOf: Record<Facet, (one: OfferingLine) => string | null> = {
  mode: ({ mode }) => mode,
  stage: ({ stage }) => stage,
  subject: ({ subject }) => subject || null,
  term: ({ term }) => term,
  side: ({ mine }) => mine,
}
const facets = Object.keys(valueOf) as Facet[]

function Found({ offerings }: { offerings: OfferingLine[] }) {
  const t = useWords(deliveryWords)
  const [at] = useAddress()
  const fits = (one: OfferingLine) =>
    facets.every((facet) => at[facet] === undefined || valueOf[facet](one) === at[facet]) &&
    (at['free'] === undefined || (one.state === '已发布' && one.taken < one.places))
  const found = offerings.filter(fits)
  return (
    <>
      <Narrowing offerings={offerings} />
      {found.length === 0 ? <p role="status">{t('noneFound')}</p> : <List offerings={found} />}
    </>
  )
}

function Narrowing({ offerings }: { offerings: OfferingLine[] }) {
  const t = useWords(deliveryWords)
  const [at, go] = useAddress()
  const optionsOf = (facet: Facet) =>
    [...new Set(offerings.map(valueOf[facet]).filter((value) => value !== null))].map((value) => ({ value, label: value })) // prettier-ignore
  const pick = (facet: Facet, label: string, all: string, options = optionsOf(facet)) =>
    options.length > 0 && (
      <Picker
        label={label}
        all={all}
        value={at[facet]}
        options={options}
        onPick={(value) => go({ [facet]: value }, 'replace')}
      />
    )
  const sides = (['gives', 'receives'] as const).map((value) => ({ value, label: t(value) }))
  const isMine = offerings.some(({ mine }) => mine !== null)
  const active = [...facets.map((facet) => (facet === 'side' ? sides.find(({ value }) => value === at['side'])?.label : at[facet])), at['free'] && t('freeShort')] // prettier-ignore
  return (
    <Filters
      active={active.filter((one) => one !== undefined)}
      onClear={() => go({ mode: undefined, stage: undefined, subject: undefined, term: undefined, side: undefined, free: undefined }, 'replace')} // prettier-ignore
    >
      {isMine && pick('side', t('side'), t('anySide'), sides)}
      {pick(
        'mode',
        t('mode'),
        t('anyMode'),
        modes.map((value) => ({ value, label: value })),
      )}
      {pick('stage', t('stage'), t('anyStage'))}
      {pick('subject', t('subject'), t('anySubject'))}
      {pick('term', t('term'), t('anyTerm'))}
      <Checkbox
        checked={at['free'] !== undefined}
        onChange={({ target }) => go({ free: target.checked ? 1 : undefined }, 'replace')}
      >
        {t('free')}
      </Checkbox>
    </Filters>
  )
}

function List({ offerings }: { offerings: OfferingLine[] }) {
  const t = useWords(deliveryWords)
  return (
    <RuledTable
      caption={t('caption')}
      quiet
      rows={offerings}
      rowKey={({ id }) => id}
      columns={[
        { key: 'course', title: t('course'), heads: true, cell: ({ id, course }) => <Go to={offeringAt(id)}>{course}</Go> }, // prettier-ignore
        { key: 'giver', title: t('giver'), cell: ({ school }) => school },
        { key: 'mode', title: t('mode'), className: 'still', cell: ({ mode }) => mode },
        { key: 'stage', title: t('stage'), className: 'still', cell: ({ stage, subject }) => [stage, subject].filter(Boolean).join('，') }, // prettier-ignore
        { key: 'when', title: t('when'), cell: ({ term, when }) => `${term}，${when}` },
        { key: 'places', title: t('places'), className: 'still', cell: (one) => t('placesOf', { ...one }) },
        { key: 'until', title: t('until'), className: 'still', cell: ({ enrolUntil }) => dayInWords(enrolUntil).slice(5) }, // prettier-ignore
        { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
      ]}
    />
  )
}
