import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { Go } from '#ui/go.tsx'
import { placeOfUnit } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { contactApi, type ContactLine } from '../contact.contract.ts'
import { contactWords } from './contact-words.ts'
import { ContactSide } from './sides.ts'

interface Given {
  contacts: ContactLine[]
  /** Of one school: nobody needs to read its name on each line. */
  ofSchool?: boolean
  empty: string
}

/** Persons to call, each to be changed by who keeps them. */
export function ContactTable({ contacts, ofSchool = false, empty }: Given) {
  const t = useWords(contactWords)
  const [open, setOpen] = useState<ContactLine>()
  const again = useAct(contactApi.add, { done: (_, { body }) => t('saved', { name: body.name }) })
  const remove = useAct(contactApi.remove, {
    done: (_, { params }) => {
      const { unitId, name, duty, phone, fromDay, untilDay } = contacts.find(({ id }) => id === params.contactId)!
      const body = { name, duty, fromDay, untilDay, phone: phone ?? undefined }
      return { text: t('removed', { name }), undo: () => again.mutate({ params: { unitId }, body }) }
    },
  })
  const columns = useColumns(ofSchool, setOpen, ({ id }) => remove.mutate({ params: { contactId: id } }))
  const kept = contacts.some(({ can }) => can.includes('keep'))
  return (
    <>
      <RuledTable
        caption={t('title')}
        quiet
        rows={contacts}
        rowKey={({ id }) => id}
        rowClass={({ untilDay }) => (untilDay !== null && untilDay < dayOf(new Date()) ? 'past' : undefined)}
        empty={empty}
        columns={kept ? columns : columns.filter(({ key }) => key !== 'acts')}
      />
      {open && (
        <ContactSide key={open.id} contact={open} unitId={open.unitId} open onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function useColumns(
  ofSchool: boolean,
  onEdit: (contact: ContactLine) => void,
  onRemove: (contact: ContactLine) => void,
): Column<ContactLine>[] {
  const t = useWords(contactWords)
  const days = ({ fromDay, untilDay }: ContactLine) =>
    untilDay === null
      ? t('from', { from: dayInWords(fromDay) })
      : t('fromTo', { from: dayInWords(fromDay), until: dayInWords(untilDay) })
  const unit: Column<ContactLine> = {
    key: 'unit',
    title: t('unit'),
    cell: ({ unitId, unitName, ofCluster }) =>
      ofCluster ? (
        t('office', { name: unitName })
      ) : (
        <Go to={placeOfUnit({ id: unitId, kind: 'school' })}>{unitName}</Go>
      ),
  }
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ name, masked }) => <span {...(masked && { title: t('masked') })}>{name}</span>,
    },
    ...(ofSchool ? [] : [unit]),
    { key: 'duty', title: t('duty'), className: 'still', cell: ({ duty }) => duty },
    {
      key: 'phone',
      title: t('phone'),
      className: 'still',
      cell: ({ phone, masked }) => (phone && !masked ? <a href={`tel:${phone}`}>{phone}</a> : (phone ?? '—')),
    },
    { key: 'days', title: t('days'), cell: days },
    {
      key: 'acts',
      acts: true,
      title: <span className="unseen">{t('edit')}</span>,
      cell: (contact) =>
        contact.can.includes('keep') && (
          <span className="row-acts">
            <Button size="small" aria-label={t('editOf', contact)} onClick={() => onEdit(contact)}>
              {t('edit')}
            </Button>
            <Button size="small" aria-label={t('removeOf', contact)} onClick={() => onRemove(contact)}>
              {t('remove')}
            </Button>
          </span>
        ),
    },
  ]
}
