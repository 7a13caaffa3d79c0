import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { changeApi } from '../change.contract.ts'
import { clusterApi, type OrganizationReply } from '../cluster.contract.ts'
import { Duties } from './duty-table.tsx'
import { Members } from './member-table.tsx'
import './organization.css'
import { organizationWords } from './organization-words.ts'
import { CloseSide, ClusterSide } from './sides.ts'

/** What a cluster is, who belongs to it from when to when, and whose turn it is. */
export default function OrganizationPage() {
  const t = useWords(organizationWords)
  const unitId = Number(useParam('unitId'))
  const { data: cluster } = useSuspenseQuery(asQuery(clusterApi.read, { params: { unitId } }))
  const [side, setSide] = useState<'edit' | 'close'>()
  const scope = cluster.stageScope ? t(cluster.stageScope) : t('unknown')
  const reason = cluster.stageScopeReason ? t('byHand', { reason: cluster.stageScopeReason }) : ''
  const members = cluster.members.filter(({ now }) => now)
  const today = dayOf(new Date())
  const names = members.filter(({ role }) => role === '牵头校').map(({ name }) => name)
  const leads = names.length > 0 ? t('leads', { names: names.join('、') }) : ''
  const lead = t('lead', { kind: t(cluster.kind as 'cluster'), scope: scope + reason, n: members.length, leads })
  return (
    <Page
      title={t('title')}
      tag={cluster.sample && <SampleTag />}
      crumbs={[{ text: cluster.name, to: places.cluster(unitId) }]}
      lead={cluster.closedOn ? `${lead}。${t('closed', { day: dayInWords(cluster.closedOn) })}` : lead}
      acts={
        <>
          <Go to={places.contacts(unitId)}>{t('contacts')}</Go>
          <Go to={places.clusterMap(unitId)}>{t('map')}</Go>
          {cluster.can.includes('keep') && <Button onClick={() => setSide('edit')}>{t('edit')}</Button>}
          {cluster.can.includes('decide') && !cluster.closedOn && (
            <Button onClick={() => setSide('close')}>{t('close')}</Button>
          )}
        </>
      }
    >
      <Members cluster={cluster} today={today} />
      <Duties cluster={cluster} today={today} />
      <Changes cluster={cluster} />
      <ClusterSide cluster={cluster} open={side === 'edit'} onClose={() => setSide(undefined)} />
      <CloseSide
        cluster={cluster}
        members={members.length}
        open={side === 'close'}
        onClose={() => setSide(undefined)}
      />
    </Page>
  )
}

function Changes({ cluster }: { cluster: OrganizationReply }) {
  const t = useWords(organizationWords)
  const undo = useAct(changeApi.undo, { done: ({ told }) => told })
  return (
    <section aria-labelledby="changes">
      <div className="section-head">
        <h2 id="changes">{t('changes')}</h2>
        <p>{t('changesLead')}</p>
      </div>
      {cluster.changes.length === 0 && <p className="quiet">{t('noChanges')}</p>}
      <ul className="change-log">
        {cluster.changes.map(({ id, told, madeAt, undone, can }) => (
          <li key={id}>
            <span className="what">{told}</span>
            <span className="quiet">{dayInWords(dayOf(new Date(madeAt)))}</span>
            {undone && <span className="quiet">{t('undone')}</span>}
            {can.includes('undo') && (
              <Button size="small" onClick={() => undo.mutate({ params: { changeId: id } })} loading={undo.isPending}>
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
