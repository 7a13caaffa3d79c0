import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Side } from '#ui/entry.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { formationApi } from '../formation.contract.ts'
import './formation.css'
import { FormationPicture } from './formation-picture.tsx'
import { FormationProfile } from './formation-profile.tsx'
import { FormationTable } from './formation-table.tsx'
import { formationWords } from './formation-words.ts'
import { savePng, saveSvg } from './save-picture.ts'
import { useNarrow } from '#ui/use-narrow.ts'

/** 雁阵图: the schools of a cluster in formation. The school and the exchange looked at stand in the address. */
export default function FormationPage() {
  const t = useWords(formationWords)
  const unitId = Number(useParam('unitId'))
  const [{ year: asked, school, flow }, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(asked) ?? unit.years.at(-1) ?? new Date().getFullYear() - 1
  const { data } = useSuspenseQuery(asQuery(formationApi.read, { params: { unitId }, query: { year } }))
  const narrow = useNarrow()
  const drawing = useRef<SVGSVGElement>(null)
  const chosen = data.schools.find(({ id }) => id === asNumber(school))
  const choose = (id: number) => go({ school: id }, 'replace')
  const fileName = t('picture', { name: unit.name, year, n: data.schools.length })
  if (data.schools.length === 0) return <Empty title={t('empty', { year })} />
  return (
    <Page
      className="formation-page"
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year) }]}
      lead={data.held.length > 0 ? t('lead') : t('noTargets', { year })}
      acts={
        <>
          <YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked, school: undefined })} />
          <Button onClick={() => drawing.current && saveSvg(drawing.current, fileName)}>{t('saveSvg')}</Button>
          <Button onClick={() => drawing.current && void savePng(drawing.current, fileName)}>{t('savePng')}</Button>
        </>
      }
    >
      <section>
        <div className="filters">
          <Picker
            label={t('flow')}
            value={flow}
            all={t('noFlow')}
            options={data.flows
              .filter(({ links }) => links.length > 0)
              .map(({ name, title }) => ({ value: name, label: title }))}
            onPick={(picked) => go({ flow: picked }, 'replace')}
          />
          {flow && <p className="quiet">{t('flowHint')}</p>}
        </div>
        <FormationPicture
          ref={drawing}
          {...{ name: unit.name, year, held: data.held.length, schools: data.schools }}
          flow={data.flows.find(({ name, links }) => name === flow && links.length > 0)}
          narrow={narrow}
          chosen={chosen?.id}
          onChoose={choose}
        />
        <details className="formation-how">
          <summary>{t('how')}</summary>
          <p>{t('howText')}</p>
        </details>
      </section>
      <section>
        <h2 className="formation-heading">{t('table')}</h2>
        {narrow && <p className="quiet">{t('swipe')}</p>}
        <FormationTable formation={data} narrow={narrow} onChoose={choose} />
      </section>
      <Side
        title={chosen?.name ?? t('profile')}
        open={chosen !== undefined}
        onClose={() => go({ school: undefined }, 'replace')}
      >
        {chosen && <FormationProfile school={chosen} formation={data} year={year} />}
      </Side>
    </Page>
  )
}
