import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { clusterApi } from '../cluster.contract.ts'
import { contactApi } from '../contact.contract.ts'
import { ContactTable } from './contact-table.tsx'
import { contactWords } from './contact-words.ts'
import './organization.css'
import { organizationWords } from './organization-words.ts'
import { ContactSide } from './sides.ts'

/** Whom to call in a cluster: its office and the people of its schools. */
export default function ContactPage() {
  const t = useWords(contactWords)
  const o = useWords(organizationWords)
  const unitId = Number(useParam('unitId'))
  const [{ q = '', past }, go] = useAddress()
  const [adding, setAdding] = useState(false)
  const { data: cluster } = useSuspenseQuery(asQuery(clusterApi.read, { params: { unitId } }))
  const query = { q, past: past === 'yes' ? ('yes' as const) : ('no' as const) }
  const list = useQuery({
    ...asQuery(contactApi.list, { params: { unitId }, query }),
    placeholderData: keepPreviousData,
  })
  const contacts = list.data?.contacts ?? []
  const can = list.data?.can ?? []
  const members = cluster.members.filter(({ now }) => now).map(({ schoolId, name }) => ({ id: schoolId, name }))
  return (
    <Page
      title={t('title')}
      tag={cluster.sample && <SampleTag />}
      crumbs={[
        { text: cluster.name, to: places.cluster(unitId) },
        { text: o('title'), to: places.organization(unitId) },
      ]}
      {...(list.data && { lead: t('lead', { n: contacts.length }) })}
      acts={
        <>
          {can.includes('export') && (
            <a href={addressOf(contactApi.export, { params: { unitId } })} download>
              {t('export')}
            </a>
          )}
          {can.includes('keep') && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
        </>
      }
    >
      <div>
        <div className="filters">
          <SearchBox label={t('search')} value={q} onSearch={(text) => go({ q: text }, 'replace')} />
          <Checkbox
            checked={past === 'yes'}
            onChange={({ target }) => go({ past: target.checked ? 'yes' : undefined })}
          >
            {t('past')}
          </Checkbox>
        </div>
        <ProblemNote error={list.error} />
        {list.isLoading ? (
          <TableSkeleton rows={8} columns={5} />
        ) : (
          <ContactTable contacts={contacts} empty={q ? t('noneFound', { q }) : t('none')} />
        )}
      </div>
      <ContactSide
        unitId={unitId}
        units={[{ id: unitId, name: t('office', { name: cluster.name }) }, ...members]}
        open={adding}
        onClose={() => setAdding(false)}
      />
    </Page>
  )
}
