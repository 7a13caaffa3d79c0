import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { offeringApi, type Offering } from '../offering.contract.ts'
import { offeringsAt } from './addresses.ts'
import { deliveryWords } from './delivery-words.ts'
import './delivery.css'
import { EnrolledPart } from './enrolled-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { EnrolSide, OfferingSide, WhySide } from './sides.ts'
import { WeekPart } from './week-part.tsx'

type Doing = 'change' | 'enrol' | 'withdraw'

/** One shared course: what it is and when, who takes part, what was held, and what became of it. */
export default function OfferingPage() {
  const t = useWords(deliveryWords)
  const offeringId = useParam('offeringId')
  const { data } = useSuspenseQuery(asQuery(offeringApi.read, { params: { offeringId } }))
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const { course, state, can, unitId, unit } = data
  return (
    <Page
      title={course}
      tag={data.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: t('title'), to: offeringsAt(unitId) },
      ]}
      lead={state}
      acts={<Acts offering={data} onDo={setDoing} />}
    >
      {state === '已撤回' && <p role="note">{t('withdrawn', { why: data.why })}</p>}
      {data.benefiting !== null && <p role="status">{t('benefiting', { n: data.benefiting, school: data.school })}</p>}
      <Next offering={data} />
      <Facts offering={data} />
      <WeekPart offering={data} />
      <EnrolledPart offering={data} />
      <SessionsPart offering={data} />
      {doing === 'change' && <OfferingSide unitId={unitId} offering={data} onClose={close} />}
      {doing === 'enrol' && <EnrolSide offering={data} onClose={close} />}
      {doing === 'withdraw' && can.includes('withdraw') && <WhySide offering={data} onClose={close} />}
    </Page>
  )
}

function Acts({ offering, onDo }: { offering: Offering; onDo: (doing: Doing) => void }) {
  const t = useWords(deliveryWords)
  const navigate = useNavigate()
  const { id, can, unitId } = offering
  const params = { params: { offeringId: id } }
  const { to, params: where } = offeringsAt(unitId)
  const drop = useAct(offeringApi.drop, {
    done: () => t('dropped'),
    then: () => void navigate({ to, params: where as never }),
  })
  const reopen = useAct(offeringApi.reopen, { done: () => t('reopened') })
  return (
    <>
      {can.includes('drop') && (
        <Button onClick={() => drop.mutate(params)} loading={drop.isPending}>
          {t('drop')}
        </Button>
      )}
      {can.includes('change') && <Button onClick={() => onDo('change')}>{t('change')}</Button>}
      {can.includes('withdraw') && <Button onClick={() => onDo('withdraw')}>{t('withdraw')}</Button>}
      {can.includes('reopen') && (
        <Button onClick={() => reopen.mutate(params)} loading={reopen.isPending}>
          {t('reopen')}
        </Button>
      )}
      {can.includes('enrol') && (
        <Button type="primary" onClick={() => onDo('enrol')}>
          {t('enrol')}
        </Button>
      )}
    </>
  )
}

/** What whoever gives it does next: publish what is written, complete what is over. */
function Next({ offering: { id, school, can } }: { offering: Offering }) {
  const t = useWords(deliveryWords)
  const publish = useAct(offeringApi.publish, { done: (reply) => t(reply.waiting > 0 ? 'publishedWaiting' : 'published', reply) }) // prettier-ignore
  const complete = useAct(offeringApi.complete, { done: (reply) => t('completed', reply) })
  const verb = (['publish', 'complete'] as const).find((one) => can.includes(one))
  if (!verb) return null
  const { mutate, isPending, error } = verb === 'publish' ? publish : complete
  return (
    <section className="delivery-note" aria-label={t(verb)}>
      <p>{verb === 'publish' ? t('publishLead') : t('completeLead', { school })}</p>
      <ProblemNote error={error} />
      <Button type="primary" loading={isPending} onClick={() => mutate({ params: { offeringId: id } })}>
        {t(verb)}
      </Button>
    </section>
  )
}

function Facts({ offering }: { offering: Offering }) {
  const t = useWords(deliveryWords)
  const { school, mode, stage, subject, year, term, lecturers, taken, enrolUntil, about, entryId, course } = offering
  const places_ = t('placesOf', { taken, places: offering.places })
  return (
    <section aria-label={t('facts')}>
      <FactList
        facts={[
          [t('giver'), school],
          [t('mode'), mode],
          [t('stage'), [stage, subject].filter(Boolean).join('，')],
          [t('term'), schoolYearName(year) + term],
          [t('lecturers'), lecturers.map(({ name }) => name).join('、')],
          [t('places'), places_],
          [t('until'), dayInWords(enrolUntil)],
          ...(entryId ? [[t('entry'), <Go key={entryId} to={places.course(entryId)}>{course}</Go>] as const] : []), // prettier-ignore
          ...(about ? [[t('about'), about] as const] : []),
        ]}
      />
      {lecturers.some(({ name }) => name.includes('*')) && <p className="quiet">{t('masked')}</p>}
    </section>
  )
}
