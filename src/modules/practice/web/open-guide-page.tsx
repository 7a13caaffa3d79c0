import { useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { useWords } from '#ui/words.ts'
import { guideApi, guideFormats } from '../guide.contract.ts'
import { GuideView } from './guide-view.tsx'
import { guideWords } from './guide-words.ts'
import './practice.css'

/** The latest edition for everybody who has the address; no account is asked for. */
export default function OpenGuidePage() {
  const t = useWords(guideWords)
  const code = useParam('code')
  const { data } = useSuspenseQuery(asQuery(guideApi.open, { params: { code } }))
  const { content, number, issuedOn, tiles } = data
  return (
    <main className="open-page guide-open">
      <Page
        title={content.title}
        lead={t('openLead', { number, day: dayInWords(issuedOn), n: content.bases.length })}
        acts={
          <div className="guide-acts no-print">
            {guideFormats.map((format) => (
              <a key={format} download href={addressOf(guideApi.openFile, { params: { code, format } })}>
                {t(format)}
              </a>
            ))}
          </div>
        }
      >
        <GuideView content={content} tiles={tiles} />
        <p className="guide-sign">{t('sign', { office: content.office, day: dayInWords(issuedOn) })}</p>
      </Page>
    </main>
  )
}
