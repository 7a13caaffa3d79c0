import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { useAct } from '#ui/act.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { absenceApi } from '../absence.contract.ts'
import { gapApi, type Gap } from '../gap.contract.ts'
import { coverWords } from './cover-words.ts'
import { whenOf } from './day-words.ts'
import { Acts as Confirming } from './gap-table.tsx'
import { gapWords } from './gap-words.ts'
import { ContestSide, OwnSide } from './sides.ts'
import './cover.css'

/** One missed lesson: what has become of it, who was asked, who could come and why not the others. */
export default function GapPage() {
  const t = useWords(gapWords)
  const c = useWords(coverWords)
  const gapId = useParam('gapId')
  const { data: gap } = useSuspenseQuery({ ...asQuery(gapApi.read, { params: { gapId } }), refetchInterval: 15_000 })
  const { schoolId, schoolName, fromTime, untilTime, absentName: name, reason, className, subject } = gap
  return (
    <Page
      title={t('title', { ...whenOf(gap), lesson: `${className}${subject}` })}
      tag={gap.sample && <SampleTag />}
      crumbs={[{ text: `${schoolName}：${c('title')}`, to: places.schoolCover(schoolId) }]}
      lead={t('lead', {
        school: schoolName,
        from: fromTime,
        until: untilTime,
        name,
        reason: reason === '缺课' ? '' : `，${reason}`,
      })}
      acts={<Acts gap={gap} />}
    >
      <State gap={gap} />
      {gap.asks.length > 0 && <Asks gap={gap} />}
      {gap.can.includes('assign') && <Ranked gap={gap} />}
      {gap.can.includes('assign') && <Out gap={gap} />}
    </Page>
  )
}

function State({ gap }: { gap: Gap }) {
  const t = useWords(gapWords)
  const [isContesting, setContesting] = useState(false)
  const { state, asked, open, takenName: name, takenSchool: school, given, contest: why, note } = gap
  const lines = [t(`state_${state}`, { asked, open, name, school }), given && t(`given_${given}`, { why }), note]
  return (
    <section className="gap-state" role="status">
      {lines.filter(Boolean).map((line) => (
        <p key={line} className={state === 'nobody' ? 'bad' : ''}>
          {line}
        </p>
      ))}
      {state === 'taken' && (gap.can.includes('confirm') || gap.can.includes('contest')) && (
        <p>
          <Confirming gap={gap} onContest={() => setContesting(true)} />
        </p>
      )}
      {isContesting && <ContestSide gapId={gap.id} onClose={() => setContesting(false)} />}
    </section>
  )
}

function Acts({ gap }: { gap: Gap }) {
  const t = useWords(gapWords)
  const [isKeeping, setKeeping] = useState(false)
  const again = useAct(gapApi.again, { done: ({ asked }) => t('againDone', { n: asked }) })
  const withdraw = useAct(absenceApi.withdraw, { done: ({ lessons }) => t('withdrawn', { n: lessons }) })
  const params = { gapId: gap.id }
  return (
    <>
      {gap.can.includes('again') && (
        <Button type="primary" loading={again.isPending} onClick={() => again.mutate({ params })}>
          {t('again')}
        </Button>
      )}
      {gap.can.includes('own') && <Button onClick={() => setKeeping(true)}>{t('own')}</Button>}
      {gap.can.includes('withdraw') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params: { absenceId: gap.absenceId } })}>
          {t('withdraw')}
        </Button>
      )}
      <ProblemNote error={again.error ?? withdraw.error} />
      <OwnSide gapId={gap.id} open={isKeeping} onClose={() => setKeeping(false)} />
    </>
  )
}

function Asks({ gap }: { gap: Gap }) {
  const t = useWords(gapWords)
  const answerOf = ({ state, dueAt }: Gap['asks'][number]) =>
    t(`answer_${state}`, { until: dueAt ? momentOf(dueAt).clock : '' })
  return (
    <section className="cover-part" aria-labelledby="asks">
      <h2 id="asks">{t('asks')}</h2>
      <RuledTable
        caption={t('asks')}
        quiet
        rows={gap.asks}
        rowKey={({ teacherId }) => teacherId}
        columns={[
          { key: 'order', title: t('order'), className: 'still', cell: (ask) => gap.asks.indexOf(ask) + 1 },
          { key: 'teacher', title: t('teacher'), heads: true, className: 'still', cell: ({ name }) => name },
          { key: 'answer', title: t('answer'), className: 'still', cell: answerOf },
          { key: 'why', title: t('why'), cell: ({ why }) => why },
        ]}
      />
    </section>
  )
}

/** Names a teacher; what came of it stands at the top of the page. */
function useAssign() {
  const t = useWords(gapWords)
  return useAct(gapApi.assign, { done: ({ name }) => t('assigned', { name }), then: () => scrollTo({ top: 0 }) })
}

function Ranked({ gap }: { gap: Gap }) {
  const t = useWords(gapWords)
  const assign = useAssign()
  return (
    <section className="cover-part" aria-labelledby="ranked">
      <h2 id="ranked">{t('ranked')}</h2>
      <ProblemNote error={assign.error} />
      <RuledTable
        caption={t('ranked')}
        quiet
        rows={gap.ranked}
        rowKey={({ teacherId }) => teacherId}
        empty={t('noRanked')}
        columns={[
          { key: 'order', title: t('order'), className: 'still', cell: (one) => gap.ranked.indexOf(one) + 1 },
          { key: 'teacher', title: t('teacher'), heads: true, className: 'still', cell: ({ name }) => name },
          {
            key: 'why',
            title: t('why'),
            cell: ({ why, reachable }) => [why, !reachable && t('account')].filter(Boolean).join('，'),
          },
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: ({ teacherId, name }) => (
              <Button
                size="small"
                aria-label={`${t('assign')}：${name}`}
                onClick={() => assign.mutate({ params: { gapId: gap.id }, body: { teacherId } })}
              >
                {t('assign')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}

function Out({ gap }: { gap: Gap }) {
  const t = useWords(gapWords)
  const assign = useAssign()
  return (
    <details className="more-rows">
      <summary>{t('out', { n: gap.out.length })}</summary>
      <ProblemNote error={assign.error} />
      <RuledTable
        caption={t('out', { n: gap.out.length })}
        quiet
        rows={gap.out.slice(0, 300)}
        rowKey={({ teacherId }) => teacherId}
        columns={[
          { key: 'teacher', title: t('teacher'), heads: true, className: 'still', cell: ({ name }) => name },
          { key: 'why', title: t('why'), cell: ({ why, schoolName }) => `${schoolName}，${why}` },
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: ({ teacherId, name, mayAssign }) =>
              mayAssign ? (
                <Button
                  size="small"
                  type="link"
                  aria-label={`${t('assign')}：${name}`}
                  onClick={() => assign.mutate({ params: { gapId: gap.id }, body: { teacherId } })}
                >
                  {t('assign')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </details>
  )
}
