import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { grades, nameInGrade, type SchoolClass } from '#shared/school-class.ts'
import { classApi } from '#modules/cover/class.contract.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { EnrolFields, enrolmentApi, type ClassLine } from '../enrolment.contract.ts'
import type { Offering } from '../offering.contract.ts'
import { deliveryWords } from './delivery-words.ts'

/** All classes of a school that take part: which, and how many pupils. */
export function EnrolSide({ offering, onClose }: { offering: Offering; onClose: () => void }) {
  const t = useWords(deliveryWords)
  const { enrolFor, course, mode, id } = offering
  const [schoolId, setSchoolId] = useState(enrolFor[0]?.id)
  const enrol = useAct(enrolmentApi.enrol, { done: (reply) => t('enrolDone', reply), then: onClose })
  const school = enrolFor.find((one) => one.id === schoolId)
  if (!school) return null
  return (
    <Side title={t('enrolTitle', { course })} open onClose={onClose}>
      {enrolFor.length > 1 && (
        <Picker
          label={t('school')}
          value={schoolId}
          options={enrolFor.map(({ id: value, name: label }) => ({ value, label }))}
          onPick={(picked) => picked && setSchoolId(picked)}
        />
      )}
      <p className="quiet">{t('enrolLead', { school: school.name, left: school.left })}</p>
      <EntryForm
        key={school.id}
        schema={EnrolFields}
        first={firstOf(offering, school.id)}
        onSend={(body) => enrol.mutate({ params: { offeringId: id }, body: { ...body, schoolId: school.id } })}
        sending={enrol.isPending}
        error={enrol.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="classes" label={t('enrolled')}>
          <ClassesField schoolId={school.id} />
        </Field>
        {mode === '信息化同步教学' && (
          <Field name="room" label={t('roomHere')}>
            <Input maxLength={40} />
          </Field>
        )}
      </EntryForm>
    </Side>
  )
}

function firstOf({ enrolled, stage }: Offering, schoolId: number) {
  const own = enrolled.filter((one) => one.schoolId === schoolId)
  const classes = own.map(({ grade, className, headCount }) => ({ grade, className, headCount }))
  return { classes: classes.length > 0 ? classes : [emptyOf(stage)], room: own[0]?.room ?? '' }
}

const firstGrade: Record<string, ClassLine['grade']> = { 学前: '大班', 初中: '七年级', 高中: '高一', 中职: '高一' }
const emptyOf = (stage: string) => ({ grade: firstGrade[stage] ?? '五年级', className: '' }) as ClassLine

interface Given {
  schoolId: number
  value?: ClassLine[]
  onChange?: (classes: ClassLine[]) => void
}

/** Classes, one under the other: a control of an EntryForm. */
function ClassesField({ schoolId, value = [], onChange }: Given) {
  const t = useWords(deliveryWords)
  const put = (at: number, part: Partial<ClassLine>) =>
    onChange?.(value.map((one, n) => (n === at ? { ...one, ...part } : one)))
  return (
    <div className="delivery-rows">
      {value.map((one, n) => (
        <fieldset key={n}>
          <legend>{t('nthClass', { n: n + 1 })}</legend>
          <label>
            <span>{t('grade')}</span>
            <Picker
              label={t('grade')}
              value={one.grade}
              options={grades.map((grade) => ({ value: grade, label: grade }))}
              onPick={(grade) => grade && put(n, { grade })}
            />
          </label>
          <label>
            <span>{t('className')}</span>
            <Input
              value={one.className}
              maxLength={20}
              onChange={({ target }) => put(n, { className: target.value })}
            />
          </label>
          <label>
            <span>{t('heads')}</span>
            <InputNumber
              min={1}
              max={500}
              precision={0}
              value={one.headCount ?? null}
              onChange={(headCount) => put(n, { headCount: headCount ?? 0 })}
            />
          </label>
          <Button type="link" onClick={() => onChange?.(value.filter((_, at) => at !== n))}>
            {t('dropClass', { n: n + 1 })}
          </Button>
        </fieldset>
      ))}
      <Button
        onClick={() => onChange?.([...value, { ...emptyOf(''), ...(value.at(-1) && { grade: value.at(-1)!.grade }) }])}
      >
        {t('addClass')}
      </Button>
      <ClassPicker schoolId={schoolId} lines={value} onPick={(line) => onChange?.([...value.filter(isBegun), line])} />
    </div>
  )
}

const isBegun = ({ className, headCount }: Partial<ClassLine>): boolean => className !== '' || headCount !== undefined

interface Picking {
  schoolId: number
  lines: readonly ClassLine[]
  onPick: (line: ClassLine) => void
}

/** The classes of the school that do not take part yet: one that is chosen needs its head count alone. */
function ClassPicker({ schoolId, lines, onPick }: Picking) {
  const t = useWords(deliveryWords)
  const { data } = useQuery(asQuery(classApi.list, { params: { schoolId } }))
  const lineOf = (one: SchoolClass): ClassLine => {
    const grade = one.grade ?? lines.at(-1)?.grade ?? emptyOf('').grade
    return { ...emptyOf(''), grade, className: nameInGrade(one) }
  }
  const isIn = (one: ClassLine) =>
    lines.some(({ grade, className }) => grade === one.grade && className === one.className)
  const left = (data?.classes ?? []).filter((one) => !isIn(lineOf(one)))
  if (left.length === 0) return null
  const pick = (name: string | undefined) => {
    const one = left.find((other) => other.name === name)
    if (one) onPick(lineOf(one))
  }
  const options = left.map(({ name }) => ({ value: name, label: name }))
  return <Picker label={t('pickClass')} all={t('pickClass')} value={undefined} options={options} onPick={pick} />
}
