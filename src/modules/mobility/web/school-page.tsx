import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { rotationApi } from '../rotation.contract.ts'
import { RotationTable } from './rotation-table.tsx'
import { mobilityWords } from './words.ts'
import './mobility.css'

/** Who comes to a school and who goes, and whom it is to appraise. */
export default function SchoolRotationsPage() {
  const t = useWords(mobilityWords)
  const unitId = Number(useParam('schoolId'))
  const [at, go] = useAddress()
  const { data: school } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? schoolYearOf(dayOf(new Date()))
  const { data, error } = useQuery(asQuery(rotationApi.list, { params: { unitId }, query: { year } }))
  const n = data?.rotations.filter(({ can, batchId }) => batchId !== null && can.includes('appraise')).length ?? 0
  return (
    <Page
      title={t('schoolTitle', { school: school.name })}
      crumbs={[{ text: school.name, to: places.school(unitId, { year }) }]}
      {...(data && { lead: n > 0 ? t('toAppraise', { n }) : t('nothingToAppraise') })}
      acts={data && <YearPicker year={year} years={data.years} onPick={(picked) => go({ year: picked })} />}
    >
      <ProblemNote error={error} />
      {!data && !error && <TableSkeleton rows={6} columns={6} />}
      {data && (
        <>
          <section className="rotation-part">
            <h2>{t('comes')}</h2>
            <RotationTable
              caption={t('comes')}
              rows={data.rotations.filter(({ toSchoolId }) => toSchoolId === unitId)}
              year={year}
              empty={t('noneYet')}
            />
          </section>
          <section className="rotation-part">
            <h2>{t('goes')}</h2>
            <RotationTable
              caption={t('goes')}
              rows={data.rotations.filter(({ fromSchoolId }) => fromSchoolId === unitId)}
              year={year}
              empty={t('noneYet')}
            />
          </section>
        </>
      )}
    </Page>
  )
}
