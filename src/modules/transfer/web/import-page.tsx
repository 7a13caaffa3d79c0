import { useSuspenseQuery } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { FileDrop } from './file-drop.tsx'
import './import.css'
import { ImportAtHand } from './import-at-hand.tsx'
import { ImportRecords } from './import-records.tsx'
import { RosterPart } from './roster-part.tsx'
import { useImport } from './use-import.ts'
import { importWords } from './words.ts'

/** Ledgers in: choose, check, confirm. The import at hand stands in the address, so that a reload loses nothing. */
export default function ImportPage() {
  const t = useWords(importWords)
  const unitId = Number(useParam('unitId'))
  const [{ id }, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { one, keep } = useImport(id)
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
      <RosterPart unitId={unitId} years={unit.years} />
    </Page>
  )
}
