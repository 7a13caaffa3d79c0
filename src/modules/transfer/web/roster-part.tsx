import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { addressOf } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { rosterApi } from '../roster.contract.ts'
import { rosterWords } from './roster-words.ts'

/** The way out for what came in: schools and teachers in a form that other platforms read. */
export function RosterPart({ unitId, years }: { unitId: number; years: readonly number[] }) {
  const t = useWords(rosterWords)
  const [year, setYear] = useState(years.at(-1) ?? schoolYearOf(dayOf(new Date())))
  return (
    <section aria-labelledby="roster">
      <h2 id="roster" className="section-head">
        {t('title')}
      </h2>
      <p className="template-link roster-link">
        <YearPicker label={t('year')} year={year} years={years} onPick={setYear} />
        <a href={addressOf(rosterApi.read, { params: { unitId }, query: { year } })} download>
          {t('download')}
        </a>
        <span className="quiet">{t('why')}</span>
      </p>
    </section>
  )
}
