import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords, type Say } from '#ui/words.ts'
import { rotationApi } from '../rotation.contract.ts'
import { loadOf, servedOf, spanOf, wayOf } from './shown.ts'
import { AppraiseSide, WithdrawSide } from './sides.ts'
import { VerdictTable } from './verdict-table.tsx'
import { mobilityWords } from './words.ts'
import './mobility.css'

type Rotation = Received<typeof rotationApi.read>

/** Everything that is kept of one rotation: where and when, what was done, how it was judged, and what it counts for. */
export default function RotationPage() {
  const t = useWords(mobilityWords)
  const rotationId = useParam('rotationId')
  const { data } = useSuspenseQuery(asQuery(rotationApi.read, { params: { rotationId } }))
  const { rotation, cluster, seesService } = data
  return (
    <Page
      title={t('rotationTitle', { name: rotation.name })}
      crumbs={[
        { text: cluster.name, to: places.cluster(cluster.id) },
        { text: t('title'), to: places.rotations(cluster.id, rotation.schoolYear) },
      ]}
      lead={`${wayOf(t, rotation)}，${rotation.form}，${rotation.status}`}
      acts={
        <>
          {seesService && <Go to={places.service(rotation.teacherId)}>{t('service')}</Go>}
          <Acts rotation={rotation} />
        </>
      }
    >
      <Facts data={data} />
      <Appraisals data={data} />
      <section className="rotation-part">
        <h2>{t('verdicts')}</h2>
        <VerdictTable verdicts={data.verdicts} />
      </section>
      <Trace data={data} />
    </Page>
  )
}

function Acts({ rotation }: { rotation: Rotation['rotation'] }) {
  const t = useWords(mobilityWords)
  const [doing, setDoing] = useState<'withdraw' | 'appraise'>()
  const close = () => setDoing(undefined)
  return (
    <>
      {rotation.can.includes('withdraw') && <Button onClick={() => setDoing('withdraw')}>{t('withdraw')}</Button>}
      {rotation.can.includes('appraise') && (
        <Button type="primary" onClick={() => setDoing('appraise')}>
          {t('appraise')}
        </Button>
      )}
      {doing === 'withdraw' && <WithdrawSide line={rotation} onClose={close} />}
      {doing === 'appraise' && <AppraiseSide line={rotation} onClose={close} />}
    </>
  )
}

type T = Say<keyof typeof mobilityWords.zh>

function factsOf(t: T, { rotation, fromStanding, toStanding, batch, note }: Rotation): [string, ReactNode][] {
  const school = (name: string, standing: string | null) =>
    standing ? t('standingOf', { school: name, standing }) : name
  const relation = rotation.relationMoved === null ? '—' : t(rotation.relationMoved ? 'moved' : 'stays')
  return [
    [t('name'), <Go key="teacher" to={places.teacher(rotation.teacherId)}>{rotation.name}</Go>], // prettier-ignore
    [t('staffNo'), rotation.staffNo],
    [t('subject'), rotation.subject ?? '—'],
    [t('titleLevel'), rotation.title ?? '—'],
    [t('backbone'), rotation.backbone ?? '—'],
    [t('way'), t('wayOf', { from: school(rotation.fromSchool, fromStanding), to: school(rotation.toSchool, toStanding) })], // prettier-ignore
    [t('form'), rotation.form],
    [t('load'), loadOf(t, rotation)],
    [t('span'), spanOf(t, rotation)],
    [t('served'), servedOf(t, rotation)],
    [t('group'), rotation.groupNo ?? '—'],
    [t('relation'), relation],
    [t('batch'), batch ? batch.open ? <Go to={places.batch(batch.id)}>{batch.title}</Go> : batch.title : t('fromLedger')], // prettier-ignore
    [t('filedOn'), rotation.filedOn ? dayInWords(rotation.filedOn) : '—'],
    [t('note'), note ?? '—'],
  ]
}

function Facts({ data }: { data: Rotation }) {
  const t = useWords(mobilityWords)
  return (
    <section className="rotation-part">
      <h2>{t('facts')}</h2>
      <FactList facts={factsOf(t, data)} />
    </section>
  )
}

function Appraisals({ data: { appraisals, rotation } }: { data: Rotation }) {
  const t = useWords(mobilityWords)
  const { due } = rotation
  return (
    <section className="rotation-part">
      <h2>{t('appraisals')}</h2>
      {due && !due.open && (
        <p className="quiet">{t('dueFrom', { year: due.schoolYear, from: dayInWords(due.from) })}</p>
      )}
      {appraisals.length === 0 ? (
        <p>{t('noAppraisals')}</p>
      ) : (
        <RuledTable
          caption={t('appraisals')}
          quiet
          rows={appraisals}
          rowKey={({ schoolYear }) => schoolYear}
          columns={[
            { key: 'year', title: t('day'), heads: true, className: 'still', cell: ({ schoolYear, isFinal }) => `${t('yearOf', { year: schoolYear })}${isFinal ? `，${t('final')}` : ''}` }, // prettier-ignore
            { key: 'grade', title: t('grade'), className: 'still', cell: ({ grade }) => grade },
            { key: 'words', title: t('words'), className: 'wide', cell: ({ words }) => words ?? '—' },
            { key: 'by', title: t('by'), className: 'still', cell: ({ by }) => by },
          ]}
        />
      )}
    </section>
  )
}

function Trace({ data: { trace } }: { data: Rotation }) {
  const t = useWords(mobilityWords)
  return (
    <section className="rotation-part">
      <h2>{t('trace')}</h2>
      {trace.length === 0 ? (
        <p>{t('noTrace')}</p>
      ) : (
        <RuledTable
          caption={t('trace')}
          quiet
          rows={trace.map((line, at) => ({ ...line, at }))}
          rowKey={({ at }) => at}
          columns={[
            { key: 'day', title: t('day'), className: 'still', cell: ({ day }) => dayInWords(day) },
            { key: 'what', title: t('what'), heads: true, cell: ({ what }) => what },
            { key: 'by', title: t('by'), className: 'still', cell: ({ by }) => by },
            { key: 'words', title: t('words'), className: 'wide', cell: ({ words }) => words ?? '—' },
          ]}
        />
      )}
    </section>
  )
}
