import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { addressOf } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { templateApi } from '../template.contract.ts'
import { fileWords } from './file-words.ts'

/** The ledger to fill in, of this school year unless another is chosen; for one school it holds that school alone. */
export function TemplateLink({ unitId, schoolId, year }: { unitId: number; schoolId?: number; year?: number }) {
  const t = useWords(fileWords)
  const now = schoolYearOf(dayOf(new Date()))
  const [picked, setPicked] = useState(year ?? now)
  const query = { year: picked, ...(schoolId !== undefined && { schoolId }) }
  return (
    <p className="template-link">
      {year === undefined && (
        <YearPicker
          label={t('templateYear')}
          year={picked}
          years={[now + 1, now, now - 1, now - 2]}
          onPick={setPicked}
        />
      )}
      <a href={addressOf(templateApi.read, { params: { unitId }, query })} download>
        {t('template')}
      </a>
      <span className="quiet">{t('templateWhy')}</span>
    </p>
  )
}
