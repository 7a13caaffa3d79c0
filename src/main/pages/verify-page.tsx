import { useQueries } from '@tanstack/react-query'
import { certificateApi } from '#modules/mobility/certificate.contract.ts'
import { CertificateChecked } from '#modules/mobility/web/index.ts'
import { walkApi } from '#modules/practice/walk.contract.ts'
import { WalkChecked } from '#modules/practice/web/index.ts'
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
  const [service, walk] = useQueries({
    queries: [asQuery(certificateApi.verify, { params: { code } }), asQuery(walkApi.verify, { params: { code } })],
  })
  const certificate = service.data?.certificate
  const walked = walk.data?.walk
  const unknown = service.data && walk.data && !certificate && !walked
  return (
    <div className="verified">
      <ProblemNote error={service.error ?? walk.error} />
      {certificate && <CertificateChecked paper={certificate} />}
      {walked && <WalkChecked paper={walked} />}
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
