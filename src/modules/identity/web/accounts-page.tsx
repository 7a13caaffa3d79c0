import { useSuspenseQuery } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { places } from '#ui/places.ts'
import { AccountsView } from './accounts-view.tsx'

/** The accounts of a cluster and its schools. */
export default function AccountsPage() {
  const unitId = Number(useParam('unitId'))
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  return <AccountsView unitId={unitId} crumbs={[{ text: unit.name, to: places.cluster(unitId) }]} many />
}
