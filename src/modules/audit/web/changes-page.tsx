import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { schoolApi } from '#modules/organizations/school.contract.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { places } from '#ui/places.ts'
import { ChangesView } from './changes-view.tsx'

/** What changed lately in a cluster and its schools, newest first. */
export default function ChangesPage() {
  const unitId = Number(useParam('unitId'))
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = Math.max(...unit.years, 0)
  const schools = useQuery({ ...asQuery(schoolApi.list, { params: { unitId }, query: { year } }), enabled: year > 0 })
  const units = [{ id: unitId, name: unit.name }, ...(schools.data?.schools ?? [])]
  return <ChangesView unitId={unitId} units={units} crumbs={[{ text: unit.name, to: places.cluster(unitId) }]} />
}
