import { useQueries } from '@tanstack/react-query'
import { certificateApi } from '#modules/mobility/certificate.contract.ts'
import { CertificateChecked } from '#modules/mobility/web/index.ts'
import { walkApi } from '#modules/practice/walk.contract.ts'
import { WalkChecked } from '#modules/practice/web/index.ts'
import { creditApi } from '#modules/training/credit.contract.ts'
import { TrainingChecked } from '#modules/training/web/index.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { verifyWords } from './verify-words.ts'
import './verify.css'

const AskForm = later(async () => (await import('./verify-form.tsx')).AskForm)

/** Whoever holds a paper of the platform asks here what it proves, whichever paper it is. No account is asked for. */
export default function VerifyPage() {
  const t = useWords(verifyWords)
  const code = useParam('code')
  return (
    <main className="open-page">
      <Page title={t('title')} {...(!code && { lead: t('lead') })}>
        {code ? <Answer code={code} /> : <AskForm />}
      </Page>
    </main>
  )
}

function Answer({ code }: { code: string }) {
  const t = useWords(verifyWords)
  const params = { code }
  const [service, walk, credit] = useQueries({
    queries: [
      asQuery(certificateApi.verify, { params }),
      asQuery(walkApi.verify, { params }),
      asQuery(creditApi.verify, { params }),
    ],
  })
  const certificate = service.data?.certificate
  const walked = walk.data?.walk
  const trained = credit.data?.certificate
  const unknown = service.data && walk.data && credit.data && !certificate && !walked && !trained
  return (
    <div className="verified">
      <ProblemNote error={service.error ?? walk.error ?? credit.error} />
      {certificate && <CertificateChecked paper={certificate} />}
      {walked && <WalkChecked paper={walked} />}
      {trained && <TrainingChecked paper={trained} />}
      {unknown && (
        <section>
          <h2>{t('unknownTitle')}</h2>
          <p>{t('unknown', { code })}</p>
        </section>
      )}
      <p>
        <Go to={{ to: '/verify' }}>{t('another')}</Go>
      </p>
    </div>
  )
}
