import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { useWords } from '#ui/words.ts'
import { teacherApi } from '../teacher.contract.ts'
import { TeacherFacts, yearApi } from '../year.contract.ts'
import { FactFields } from './fact-fields.tsx'
import { handWords } from './hand-words.ts'
import { peopleWords } from './words.ts'

interface Given {
  year: number
  /** The schools whose register the person may write. */
  schools: readonly { id: number; name: string }[]
  schoolId?: number
  onClose: () => void
}

/** A teacher who is in no ledger yet. */
export function AddTeacher({ year, schools, schoolId, onClose }: Given) {
  const t = useWords(peopleWords)
  const h = useWords(handWords)
  const [at, setAt] = useState(schools.find(({ id }) => id === schoolId)?.id ?? schools[0]!.id)
  const { data: offered } = useQuery(asQuery(teacherApi.cross, { params: { unitId: at }, query: { year } }))
  const add = useAct(yearApi.add, {
    done: ({ alike }, { body: { name } }) => (alike ? h('addedAlike', { name, alike }) : h('added', { name })),
    then: onClose,
  })
  return (
    <Side title={h('addTitle')} open onClose={onClose}>
      <p>{h('addLead', { year })}</p>
      {schools.length > 1 && (
        <p className="of-unit">
          <label htmlFor="add-at">{t('school')}</label>
          <Select
            id="add-at"
            showSearch={{ optionFilterProp: 'label' }}
            value={at}
            onChange={setAt}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </p>
      )}
      <EntryForm
        schema={TeacherFacts}
        first={{}}
        onSend={(body) => add.mutate({ params: { schoolId: at }, body: { ...body, year } })}
        sending={add.isPending}
        error={add.error}
        act={h('save')}
        onCancel={onClose}
      >
        <FactFields subjects={offered?.subjects ?? []} />
      </EntryForm>
    </Side>
  )
}
