import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { monthApi } from '../month.contract.ts'
import { monthInWords } from '../month.rules.ts'
import { AidPart } from './aid-part.tsx'
import { EvidenceLines } from './evidence-lines.tsx'
import { MonthSheet } from './month-sheet.tsx'
import { schoolWords } from './school-words.ts'
import { clusterServices } from './service-places.ts'
import { ParentSchoolSide } from './sides.ts'
import './services.css'

type School = Received<typeof monthApi.school>

/** What one school fills in: the sheet of a month, its parents' school, its first aid. */
export default function SchoolServicesPage() {
  const t = useWords(schoolWords)
  const schoolId = Number(useParam('schoolId'))
  const [at, go] = useAddress()
  const query = { year: asNumber(at['year']), month: at['month'] }
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId: schoolId } }),
      asQuery(monthApi.school, { params: { unitId: schoolId }, query }),
    ],
  })
  const { year, years, month, months, handedIn, clusterId, clusterName } = data
  return (
    <Page
      title={`${unit.name}${t('title')}`}
      tag={unit.sample && <SampleTag />}
      {...(clusterId !== null && {
        crumbs: [
          { text: clusterName, to: places.cluster(clusterId) },
          { text: t('title'), to: clusterServices(clusterId, year) },
        ],
      })}
      acts={
        <>
          <YearPicker year={year} years={years} onPick={(picked) => go({ year: picked, month: undefined })} />
          {month !== null && (
            <Picker
              label={t('month')}
              value={month}
              options={months.map((value) => ({
                value,
                label: handedIn.includes(value) ? t('monthDone', { month: monthInWords(value) }) : monthInWords(value),
              }))}
              onPick={(picked) => go({ year, month: picked })}
            />
          )}
        </>
      }
    >
      {month === null ? (
        <p>{t('noMonth')}</p>
      ) : (
        <MonthSheet key={`${month} ${data.handedInOn}`} schoolId={schoolId} month={month} data={data} />
      )}
      <ParentPart schoolId={schoolId} data={data} />
      <AidPart schoolId={schoolId} aids={data.aids} keeps={data.can.includes('keep')} />
    </Page>
  )
}

function ParentPart({
  schoolId,
  data: { parentSchool, parentSchoolBefore, year, can },
}: {
  schoolId: number
  data: School
}) {
  const t = useWords(schoolWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="service-part">
      <div className="section-head">
        <h2>{t('parentSchool')}</h2>
        {can.includes('keep') && <Button onClick={() => setOpen(true)}>{t('editParent')}</Button>}
      </div>
      {parentSchool === null ? (
        <p className="quiet">{t('notTold')}</p>
      ) : (
        <FactList
          facts={[
            [
              t('established'),
              parentSchool.establishedOn === null ? t('noneYet') : dayInWords(parentSchool.establishedOn),
            ],
            [t('head'), parentSchool.head || '—'],
            [t('lessons'), t('lessonsOf', { n: parentSchool.lessons })],
            [
              t('evidence'),
              parentSchool.evidence ? (
                <a href={parentSchool.evidence} target="_blank" rel="noreferrer">
                  {parentSchool.evidence}
                </a>
              ) : (
                '—'
              ),
            ],
            [t('files'), parentSchool.files.length > 0 ? <EvidenceLines files={parentSchool.files} /> : '—'],
          ]}
        />
      )}
      {isOpen && (
        <ParentSchoolSide
          schoolId={schoolId}
          year={year}
          first={parentSchool ?? parentSchoolBefore}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
