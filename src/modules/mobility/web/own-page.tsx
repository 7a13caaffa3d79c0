import { useSuspenseQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { useWords } from '#ui/words.ts'
import { certificateApi } from '../certificate.contract.ts'
import { ServicePart } from './service-part.tsx'
import { serviceWords } from './service-words.ts'
import './mobility.css'

/** A teacher's own rotations and certificates, on a phone as anywhere. */
export default function OwnPage() {
  const s = useWords(serviceWords)
  const { data } = useSuspenseQuery(asQuery(certificateApi.own, {}))
  const { service } = data
  return (
    <Page title={s('ownTitle')} {...(service && { lead: s(service.years === 0 ? 'leadShort' : 'lead', service) })}>
      {service ? <ServicePart service={service} /> : <p>{s('noTeacher')}</p>}
    </Page>
  )
}
