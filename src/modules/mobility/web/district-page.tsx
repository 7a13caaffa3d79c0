import { useSuspenseQuery } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { batchApi } from '../batch.contract.ts'
import { BatchTable } from './batch-table.tsx'
import { mobilityWords } from './words.ts'
import './mobility.css'

/** What waits for the district's word, over all its clusters, and what has had it. */
export default function DistrictPage() {
  const t = useWords(mobilityWords)
  const unitId = Number(useParam('unitId'))
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(batchApi.list, { params: { unitId } }))
  const n = data.batches.filter(({ state }) => state === '理事会已决定').length
  return (
    <Page
      title={t('districtTitle', { district: unit.name })}
      crumbs={[{ text: unit.name, to: places.unit(unitId) }]}
      lead={n > 0 ? t('districtLead', { n }) : t('districtNone')}
    >
      <BatchTable batches={data.batches} withClusters />
    </Page>
  )
}
