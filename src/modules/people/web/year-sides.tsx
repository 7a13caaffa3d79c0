import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import type { z } from 'zod'
import { schoolApi } from '#modules/organizations/school.contract.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { teacherApi, type TeacherYear } from '../teacher.contract.ts'
import { Correction, Leave, Move, Volunteering, yearApi } from '../year.contract.ts'
import { FactFields, MonthInput } from './fact-fields.tsx'
import { handWords } from './hand-words.ts'
import { inYears } from './in-years.ts'

type Year = z.infer<typeof TeacherYear>

export type YearAct = 'correct' | 'move' | 'leave' | 'volunteer'

interface Given {
  teacherId: string
  year: Year
  onClose: () => void
}

/** What is done to one year of a teacher, beside the page. */
export function YearSide({ act, ...given }: Given & { act: YearAct }) {
  const Form = { correct: CorrectSide, move: MoveSide, leave: LeaveSide, volunteer: VolunteerSide }[act]
  return <Form {...given} />
}

/** What was done, and what a frozen list means for it. */
const withFrozen = (said: string, frozen: string | null) => (frozen ? `${said}。${frozen}` : said)

function CorrectSide({ teacherId, year, onClose }: Given) {
  const h = useWords(handWords)
  const { name, schoolYear, schoolId } = year
  const { data: offered } = useQuery(
    asQuery(teacherApi.cross, { params: { unitId: schoolId }, query: { year: schoolYear } }),
  )
  const correct = useAct(yearApi.correct, {
    done: ({ years, frozen }) =>
      years.length === 0 ? h('nothing') : withFrozen(h('corrected', { name, years: inYears(years) }), frozen),
    then: onClose,
  })
  const first = { ...year, alsoLater: false } as z.input<typeof Correction>
  return (
    <Side title={h('correctTitle', { name, year: schoolYear })} open onClose={onClose}>
      <EntryForm
        schema={Correction}
        first={first}
        onSend={(body) => correct.mutate({ params: { teacherId, year: schoolYear }, body })}
        sending={correct.isPending}
        error={correct.error}
        act={h('save')}
        onCancel={onClose}
      >
        <FactFields subjects={offered?.subjects ?? []} />
        <AlsoLater />
      </EntryForm>
    </Side>
  )
}

function AlsoLater() {
  const h = useWords(handWords)
  return (
    <Field name="alsoLater" label="" valueProp="checked">
      <Checkbox>{h('alsoLater')}</Checkbox>
    </Field>
  )
}

function MoveSide({ teacherId, year, onClose }: Given) {
  const h = useWords(handWords)
  const { name, schoolYear, schoolId } = year
  const schools = useSisterSchools(schoolId, schoolYear)
  const move = useAct(yearApi.move, {
    done: ({ frozen }, { body }) =>
      withFrozen(h('moved', { name, school: schools.find(({ id }) => id === body.schoolId)?.name ?? '' }), frozen),
    then: onClose,
  })
  return (
    <Side title={h('moveTitle', { name })} open onClose={onClose}>
      <EntryForm
        schema={Move}
        first={{ alsoLater: true, joinedOn: `${schoolYear}-09` }}
        onSend={(body) => move.mutate({ params: { teacherId, year: schoolYear }, body })}
        sending={move.isPending}
        error={move.error}
        act={h('move')}
        onCancel={onClose}
      >
        <Field name="schoolId" label={h('toSchool')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={schools.map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Field>
        <Field name="joinedOn" label={h('sinceWhen')}>
          <MonthInput />
        </Field>
        <Field name="note" label={h('note')}>
          <Input maxLength={200} />
        </Field>
        <AlsoLater />
      </EntryForm>
    </Side>
  )
}

/** The other schools of the clusters that a school is in. */
function useSisterSchools(schoolId: number, year: number): { id: number; name: string }[] {
  const { data: school } = useQuery(asQuery(schoolApi.read, { params: { schoolId } }))
  const unitId = school?.memberships[0]?.clusterId ?? 0
  const { data: cluster } = useQuery({ ...asQuery(unitApi.read, { params: { unitId } }), enabled: unitId > 0 })
  const { data } = useQuery({
    ...asQuery(schoolApi.list, { params: { unitId }, query: { year } }),
    enabled: cluster !== undefined,
  })
  return data?.schools.filter(({ id }) => id !== schoolId) ?? []
}

function LeaveSide({ teacherId, year, onClose }: Given) {
  const h = useWords(handWords)
  const { name, schoolYear } = year
  const back = useAct(yearApi.comeBack, { done: () => h('back', { name }) })
  const leave = useAct(yearApi.leave, {
    done: ({ years, frozen }) => ({
      text: withFrozen(h('left', { name }), frozen),
      undo: () => years.forEach((one) => back.mutate({ params: { teacherId, year: one } })),
    }),
    then: onClose,
  })
  return (
    <Side title={h('leaveTitle', { name })} open onClose={onClose}>
      <p>{h('leaveLead', { year: schoolYear })}</p>
      <EntryForm
        schema={Leave}
        first={{ alsoLater: true }}
        onSend={(body) => leave.mutate({ params: { teacherId, year: schoolYear }, body })}
        sending={leave.isPending}
        error={leave.error}
        act={h('leave')}
        onCancel={onClose}
      >
        <Field name="note" label={h('leaveWhere')}>
          <Input maxLength={200} />
        </Field>
        <AlsoLater />
      </EntryForm>
    </Side>
  )
}

const Note = Volunteering.pick({ note: true })

function VolunteerSide({ teacherId, year, onClose }: Given) {
  const h = useWords(handWords)
  const { name, schoolYear, volunteered } = year
  const send = useAct(yearApi.volunteer, {
    done: ({ frozen }) => withFrozen(h(volunteered ? 'unvolunteered' : 'volunteered', { name }), frozen),
    then: onClose,
  })
  return (
    <Side title={h('volunteerTitle', { name })} open onClose={onClose}>
      {!volunteered && <p>{h('volunteerLead', { year: schoolYear })}</p>}
      <EntryForm
        schema={Note}
        first={{}}
        onSend={({ note }) =>
          send.mutate({ params: { teacherId, year: schoolYear }, body: { volunteered: !volunteered, note } })
        }
        sending={send.isPending}
        error={send.error}
        act={h(volunteered ? 'unvolunteer' : 'save')}
        onCancel={onClose}
      >
        <Field name="note" label={h('volunteerNote')} hint={h('volunteerNoteHint')}>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
