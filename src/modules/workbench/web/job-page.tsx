import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { placeAt, places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { jobApi } from '../job.contract.ts'
import { jobWords } from './job-words.ts'

type Job = Received<typeof jobApi.read>
const LOOK_EVERY_MS = 1_000

/** Work that goes on behind: since when, how far, and what came of it. */
export default function JobPage() {
  const t = useWords(jobWords)
  const jobId = useParam('jobId')
  const { data: job } = useSuspenseQuery({
    ...asQuery(jobApi.read, { params: { jobId } }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : LOOK_EVERY_MS),
  })
  return (
    <Page title={job.title} lead={t('since', { ...momentOf(job.since) })}>
      <div className="narrow" aria-live="polite">
        {!isOver(job) && <AtWork job={job} />}
        {job.status === 'done' && <Done job={job} />}
        {job.status === 'failed' && <Failed job={job} />}
      </div>
    </Page>
  )
}

const isOver = ({ status }: Job) => status === 'done' || status === 'failed'

function AtWork({ job }: { job: Job }) {
  const t = useWords(jobWords)
  const percent = Math.round((job.progress?.share ?? 0) * 100)
  const words = job.progress?.words || t(job.status === 'waiting' ? 'waiting' : 'running')
  return (
    <>
      <p>{words}</p>
      {job.progress && <Progress percent={percent} aria-label={t('share', { percent })} />}
      <p className="quiet">{t('leave')}</p>
    </>
  )
}

function Done({ job }: { job: Job }) {
  const t = useWords(jobWords)
  const seconds = Math.max(1, Math.round((Date.parse(job.endedAt ?? job.since) - Date.parse(job.since)) / 1000))
  const time = seconds < 90 ? t('seconds', { n: seconds }) : t('minutes', { n: Math.round(seconds / 60) })
  return (
    <>
      <p>{t('done', { time })}</p>
      <p>{job.to ? <Go to={placeAt(job.to)}>{t('result')}</Go> : <Go to={places.home}>{t('home')}</Go>}</p>
    </>
  )
}

function Failed({ job }: { job: Job }) {
  const t = useWords(jobWords)
  const navigate = useNavigate()
  const again = useAct(jobApi.again, {
    done: () => t('asked'),
    then: ({ id }) => void navigate(places.job(id) as never),
  })
  return (
    <>
      <p className="late">
        {t('failed')}：{job.failure}
      </p>
      <ProblemNote error={again.error} />
      <p className="acts">
        {job.can.includes('again') && (
          <Button type="primary" loading={again.isPending} onClick={() => again.mutate({ params: { jobId: job.id } })}>
            {t('again')}
          </Button>
        )}
        <Go to={places.home}>{t('home')}</Go>
      </p>
    </>
  )
}
