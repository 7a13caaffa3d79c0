import { useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { useWords } from '#ui/words.ts'
import { wishApi, type WishPage } from '../wish.contract.ts'
import { OwnRequests } from './own-requests.tsx'
import './rotation-planning.css'
import { teaches } from './teaches.ts'
import { Stated, WishTold } from './wish-told.tsx'
import { wishWords } from './wish-words.ts'

const WishForm = later(async () => (await import('./wish-form.tsx')).WishForm)

/** A teacher's own page: what they wish this year, on a phone in a minute. */
export default function OwnWishPage() {
  const t = useWords(wishWords)
  const { data } = useSuspenseQuery(asQuery(wishApi.own, {}))
  return (
    <Page title={t('title')}>
      {data.pages.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneLead')}</p>
        </Empty>
      )}
      {data.pages.map((page) => (
        <Own key={page.season.id} page={page} />
      ))}
    </Page>
  )
}

function Own({ page }: { page: WishPage }) {
  const t = useWords(wishWords)
  const { season, teacher, fixed, wish } = page
  const save = useAct(wishApi.save, { done: () => t('saved') })
  return (
    <section className="own-wish" aria-labelledby={season.id}>
      <h2 id={season.id}>{t('of', { year: season.schoolYear, cluster: season.clusterName })}</h2>
      <p>{fixed ?? t('until', { day: dayInWords(season.wishesDue) })}</p>
      {season.note && <p>{season.note}</p>}
      <p className="quiet">
        {t('who', { school: teacher.schoolName, subject: teaches(teacher), reason: teacher.reason })}
      </p>
      <Stated wish={wish} />
      {fixed ? (
        <WishTold page={page} />
      ) : (
        <WishForm
          page={page}
          onSend={(body) => save.mutate({ params: { seasonId: season.id }, body })}
          sending={save.isPending}
          error={save.error}
        />
      )}
      <OwnRequests page={page} />
    </section>
  )
}
