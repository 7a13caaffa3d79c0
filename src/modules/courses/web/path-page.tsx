import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { pathApi, type CoursePath } from '../path.contract.ts'
import { PathSteps } from './path-steps.tsx'
import { pathWords } from './path-words.ts'
import { Reviews } from './reviews.tsx'
import { PathReviewForm, PathSide } from './sides.ts'
import './course.css'

/** One theme through the five steps; whoever writes or reviews it does so here. */
export default function PathPage() {
  const t = useWords(pathWords)
  const pathId = useParam('pathId')
  const [isEditing, setEditing] = useState(false)
  const { data: path } = useSuspenseQuery(asQuery(pathApi.read, { params: { pathId } }))
  const { name, cluster, school, byline, theme, aims, steps, can } = path
  const facts = [
    [t('state'), useStateWords(path)],
    [t('school'), school.name],
    [t('themeIs'), theme ?? ''],
    [t('aimsAre'), aims],
  ] as const
  return (
    <Page
      title={name}
      crumbs={[
        { text: cluster.name, to: places.cluster(cluster.id) },
        { text: t('library'), to: places.courses(cluster.id) },
      ]}
      lead={byline}
      acts={<Acts path={path} onEdit={() => setEditing(true)} />}
    >
      <PathSteps steps={steps} label={t('steps')} />
      <FactList facts={facts.filter(([, value]) => value !== '')} />
      {can.includes('submit') && path.state === '编写中' && <Submit path={path} />}
      {can.includes('review') && <PathReviewForm key={path.state} path={path} />}
      <Reviews course={path} />
      {isEditing && <PathSide unitId={cluster.id} path={path} onClose={() => setEditing(false)} />}
    </Page>
  )
}

function useStateWords({ state, published, admittedOn, isWithdrawn, isDraft }: CoursePath): string {
  const t = useWords(pathWords)
  const said = () => {
    if (isDraft && state !== '编写中' && state !== '已入库') return t('stateReview', { state })
    if (published === 0) return t('stateDraft')
    return state === '编写中' ? t('stateAgain') : t('stateShown', { day: dayInWords(admittedOn!) })
  }
  return isWithdrawn ? `${said()}，${t('isWithdrawn')}` : said()
}

function Submit({ path }: { path: CoursePath }) {
  const t = useWords(pathWords)
  const { isPending, error, mutate } = useAct(pathApi.submit, { done: () => t('submitted', path) })
  const given = { params: { pathId: path.id }, body: { revision: path.revision } }
  return (
    <section aria-label={t('submit')}>
      {path.published === 0 && <p className="quiet">{t('submitLead')}</p>}
      <ProblemNote error={error} />
      <Button type="primary" loading={isPending} onClick={() => mutate(given)}>
        {t('submit')}
      </Button>
    </section>
  )
}

function Acts({ path, onEdit }: { path: CoursePath; onEdit: () => void }) {
  const t = useWords(pathWords)
  const go = useNavigate()
  const params = { params: { pathId: path.id } }
  const recall = useAct(pathApi.recall, { done: () => t('recalled') })
  const restore = useAct(pathApi.restore, { done: () => t('restored', path) })
  const withdraw = useAct(pathApi.withdraw, {
    done: () => ({ text: t('withdrawn', path), undo: () => restore.mutate(params) }),
  })
  const drop = useAct(pathApi.drop, {
    done: () => t('dropped', path),
    then: () => void go({ ...places.courses(path.cluster.id) } as never),
  })
  const may = (verb: CoursePath['can'][number]) => path.can.includes(verb)
  return (
    <>
      {may('drop') && <Button onClick={() => drop.mutate(params)}>{t('drop')}</Button>}
      {may('withdraw') && <Button onClick={() => withdraw.mutate(params)}>{t('withdraw')}</Button>}
      {may('restore') && <Button onClick={() => restore.mutate(params)}>{t('restore')}</Button>}
      {may('recall') && <Button onClick={() => recall.mutate(params)}>{t('recall')}</Button>}
      {may('write') && <Button onClick={onEdit}>{t('edit')}</Button>}
    </>
  )
}
