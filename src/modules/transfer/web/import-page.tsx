import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { importApi, type Import } from '../import.contract.ts'
import { FileDrop } from './file-drop.tsx'
import './import.css'
import { ImportAtHand } from './import-at-hand.tsx'
import { ImportRecords } from './import-records.tsx'
import { importWords } from './words.ts'

const working = (one: Import | undefined) =>
  one !== undefined && (one.rechecking || ['waiting', 'checking', 'taking'].includes(one.status))

/** Ledgers in: choose, check, confirm. The import at hand stands in the address, so that a reload loses nothing. */
export default function ImportPage() {
  const t = useWords(importWords)
  const unitId = Number(useParam('unitId'))
  const [{ id }, go] = useAddress()
  const queries = useQueryClient()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const one = useQuery({
    ...asQuery(importApi.read, { params: { importId: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: (query) => (working(query.state.data) ? 600 : false),
  })
  const keep = (changed: Import) =>
    queries.setQueryData(asQuery(importApi.read, { params: { importId: changed.id } }).queryKey, changed)
  useFreshAfter(one.data)
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead')}
    >
      {id === undefined ? (
        <FileDrop
          unitId={unitId}
          onSent={(sent) => {
            keep(sent)
            go({ id: sent.id })
          }}
        />
      ) : (
        <>
          <ProblemNote error={one.error} />
          {one.data && <ImportAtHand one={one.data} unitId={unitId} onChanged={keep} />}
        </>
      )}
      <ImportRecords unitId={unitId} {...(id !== undefined && { current: id })} />
    </Page>
  )
}

/** When an import changes its state, the record is stale; when it was taken, every figure may be. */
function useFreshAfter(one: Import | undefined): void {
  const queries = useQueryClient()
  const before = useRef(one?.status)
  useEffect(() => {
    if (!one || before.current === one.status) return
    const taken = one.status === 'taken' && before.current !== undefined
    before.current = one.status
    void queries.invalidateQueries(
      taken
        ? { predicate: ({ queryKey }) => queryKey[0] !== importApi.read.path }
        : { queryKey: [importApi.list.path] },
    )
  }, [one, queries])
}
