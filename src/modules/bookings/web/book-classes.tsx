import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { classApi } from '#modules/cover/class.contract.ts'
import { asQuery } from '#ui/api.ts'
import { ClassNames } from '#ui/class-names.tsx'
import { useWords } from '#ui/words.ts'
import { bookingWords } from './booking-words.ts'

interface Given {
  schools: readonly { id: number }[]
  /** Given by the field. */
  id?: string
  value?: string
  onChange?: (text: string) => void
}

/** Which classes come: those of the school for which is booked are offered. */
export function BookClasses({ schools, ...control }: Given) {
  const t = useWords(bookingWords)
  const form = Form.useFormInstance()
  const user = Form.useWatch<number | string | undefined>('user', { form, preserve: true })
  const [only] = schools.length === 1 ? schools : []
  const schoolId = typeof user === 'number' ? user : user === undefined ? only?.id : undefined
  const { data } = useQuery({
    ...asQuery(classApi.list, { params: { schoolId: schoolId ?? 0 } }),
    enabled: schoolId !== undefined,
  })
  const names = schoolId === undefined ? [] : (data?.classes ?? []).map(({ name }) => name)
  return <ClassNames {...control} names={names} label={t('pickClass')} maxLength={60} />
}
