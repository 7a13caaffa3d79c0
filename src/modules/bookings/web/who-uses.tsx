import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#ui/words.ts'
import { bookingWords } from './booking-words.ts'

interface Given {
  schools: readonly { id: number; name: string }[]
  /** A name that is no school's may be written, too. */
  guests: boolean
  /** The school's number, or the group's name. */
  value?: number | string
  onChange?: (value: number | string) => void
}

/** Who uses it: one of the schools, or a group from outside that is written by its name in the same field. */
export function WhoUses({ schools, guests, ...control }: Given) {
  const t = useWords(bookingWords)
  const [typed, setTyped] = useState('')
  const written = typed.trim() || (typeof control.value === 'string' ? control.value : '')
  const named = schools.map(({ id, name }): { value: number | string; label: string } => ({ value: id, label: name }))
  const isGuest = guests && written !== '' && schools.every(({ name }) => name !== written)
  return (
    <Select
      {...control}
      showSearch={{
        onSearch: setTyped,
        filterOption: (input, option) => String(option?.label).includes(input.trim()),
      }}
      options={isGuest ? [...named, { value: written, label: t('guest', { name: written }) }] : named}
    />
  )
}
