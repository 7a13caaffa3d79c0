import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { certificateApi } from '../certificate.contract.ts'
import { ServicePart } from './service-part.tsx'
import { serviceWords } from './service-words.ts'
import './mobility.css'

/** What a teacher of the school served, for the office and the principal. */
export default function ServicePage() {
  const s = useWords(serviceWords)
  const teacherId = useParam('teacherId')
  const { data: service } = useSuspenseQuery(asQuery(certificateApi.service, { params: { teacherId } }))
  return (
    <Page
      title={s('title', { name: service.name })}
      crumbs={[{ text: service.name, to: places.teacher(teacherId) }]}
      lead={`${service.homeSchool}，${s(service.years === 0 ? 'leadShort' : 'lead', service)}`}
    >
      <ServicePart service={service} />
    </Page>
  )
}
