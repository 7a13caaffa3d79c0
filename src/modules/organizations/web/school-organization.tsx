import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { contactApi } from '../contact.contract.ts'
import { schoolApi, type SchoolReply } from '../school.contract.ts'
import { Campuses } from './campus-section.tsx'
import { ContactTable } from './contact-table.tsx'
import './organization.css'
import { schoolKeepWords } from './school-keep-words.ts'
import { CloseSchool, ContactSide, MergeSchool, ProfileSide, RenameSide } from './sides.ts'

/** What organizations keeps of one school beside its years: campuses, contacts, its name; part of the school's page. */
export default function SchoolOrganization({ schoolId }: { schoolId: number }) {
  const { data: school } = useSuspenseQuery(asQuery(schoolApi.read, { params: { schoolId } }))
  return (
    <>
      <Campuses schoolId={schoolId} />
      <Contacts schoolId={schoolId} />
      <Keep school={school} />
    </>
  )
}

function Contacts({ schoolId }: { schoolId: number }) {
  const t = useWords(schoolKeepWords)
  const [adding, setAdding] = useState(false)
  // Who sees no persons of the school is refused: then there is nothing to show.
  const { data } = useQuery({ ...asQuery(contactApi.list, { params: { unitId: schoolId }, query: {} }), retry: false })
  if (!data) return null
  return (
    <section aria-labelledby="contacts">
      <div className="section-head">
        <h2 id="contacts">{t('contacts')}</h2>
      </div>
      <ContactTable contacts={data.contacts} ofSchool empty={t('noContacts')} />
      {data.can.includes('keep') && (
        <p className="section-acts">
          <Button onClick={() => setAdding(true)}>{t('add')}</Button>
        </p>
      )}
      {adding && <ContactSide unitId={schoolId} open onClose={() => setAdding(false)} />}
    </section>
  )
}

type Open = 'rename' | 'profile' | 'close' | 'merge'

function Keep({ school }: { school: SchoolReply }) {
  const t = useWords(schoolKeepWords)
  const [open, setOpen] = useState<Open>()
  if (!school.can.includes('keep') || school.mergedInto) return null
  const decides = school.can.includes('decide')
  const offered: Open[] = ['rename', 'profile', ...(decides ? (['close', 'merge'] as const) : [])]
  const close = () => setOpen(undefined)
  return (
    <section aria-labelledby="keep">
      <div className="section-head">
        <h2 id="keep">{t('keep')}</h2>
      </div>
      <p className="section-acts">
        {offered
          .filter((one) => one !== 'profile' || school.years.length > 0)
          .filter((one) => one !== 'close' || !school.closedOn)
          .map((one) => (
            <Button key={one} onClick={() => setOpen(one)}>
              {t(one)}
            </Button>
          ))}
      </p>
      {open === 'rename' && <RenameSide school={school} onClose={close} />}
      {open === 'profile' && <ProfileSide school={school} onClose={close} />}
      {open === 'close' && <CloseSchool school={school} onClose={close} />}
      {open === 'merge' && <MergeSchool school={school} onClose={close} />}
    </section>
  )
}
