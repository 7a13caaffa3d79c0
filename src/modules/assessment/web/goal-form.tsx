import { Form, Input, InputNumber, Select, type FormInstance } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { useWords } from '#ui/words.ts'
import { goalApi, GoalEntry, type Goal } from '../goal.contract.ts'
import { linearSteps, type Step } from '../goal.rules.ts'
import type { TargetFigure } from '../target.contract.ts'
import { GoalSteps } from './goal-steps.tsx'
import { targetWords } from './target-words.ts'
import type { TargetsData } from './targets-page.tsx'

/** What stands in the form: the way is drawn from where it starts and where it is to end. */
const Entry = GoalEntry.omit({ version: true, baselineYear: true }).extend({
  code: z.string('请选指标'),
  baselineYear: z.number(),
  finalYear: z.number('请选学年'),
  finalValue: z.number('请写数值').min(0, '目标不会是负数'),
})
type Fields = Partial<z.input<typeof Entry>>

/** In the list of years: from no year at all. */
const NO_YEAR = 0
const YEARS_AHEAD = 6

interface Given {
  data: TargetsData
  /** The target that is changed; none: a new one. */
  goal?: Goal
  onClose: () => void
}

/** Sets a target, or changes one. */
export function GoalForm({ data, goal, onClose }: Given) {
  const t = useWords(targetWords)
  const [form] = Form.useForm()
  const [shown, setShown] = useState<Fields>(() => firstOf(goal))
  const figure = data.figures.find(({ code }) => code === shown.code)
  const set = useAct(goalApi.set, { done: () => t('done', { name: figure?.name }), then: onClose })
  const send = ({ code, baselineYear, finalYear: _, finalValue: __, ...rest }: z.output<typeof Entry>) =>
    set.mutate({
      params: { unitId: data.unit.id, code },
      body: {
        ...rest,
        version: data.goals.find((one) => one.code === code)?.version ?? 0,
        baselineYear: baselineYear === NO_YEAR ? null : baselineYear,
      },
    })
  return (
    <EntryForm
      schema={Entry}
      form={form}
      first={shown}
      onChange={(fields) => setShown(followed(form, shown, fields, data))}
      onSend={send}
      sending={set.isPending}
      error={set.error}
      act={t('save')}
      onCancel={onClose}
    >
      <FormFields data={data} shown={shown} figure={figure} isNew={goal === undefined} />
    </EntryForm>
  )
}

function firstOf(goal: Goal | undefined): Fields {
  if (!goal) return { direction: 'at-least', steps: [], basis: '' }
  const { code, direction, baseline, steps, basis, reason } = goal
  const { year: finalYear, value: finalValue } = steps.at(-1)!
  return { code, direction, baselineYear: baseline?.year ?? NO_YEAR, finalYear, finalValue, steps, basis, reason }
}

/** As start or end changes the steps between follow; what was typed into a step stays until then. */
function followed(form: FormInstance, before: Fields, now: Fields, data: TargetsData): Fields {
  const moved = (['code', 'baselineYear', 'finalYear', 'finalValue'] as const).some((key) => before[key] !== now[key])
  if (!moved) return now
  const figure = data.figures.find(({ code }) => code === now.code)
  const latest = figure?.values.at(-1)?.year ?? NO_YEAR
  const start = now.code === before.code ? (now.baselineYear ?? NO_YEAR) : latest
  const drawn = { ...now, baselineYear: start, steps: drawSteps({ ...now, baselineYear: start }, figure) }
  form.setFieldsValue({ baselineYear: drawn.baselineYear, steps: drawn.steps })
  return drawn
}

function drawSteps({ baselineYear, finalYear, finalValue }: Fields, figure: TargetFigure | undefined): Step[] {
  if (finalYear === undefined || typeof finalValue !== 'number') return []
  const from = figure?.values.find(({ year }) => year === baselineYear)
  const to = { year: finalYear, value: finalValue }
  return from && from.year < finalYear ? linearSteps(from, to, figure?.kind === 'share' ? 2 : 0) : [to]
}

/** The years that a target may end in: from the figure's last value, for a year that has just begun knows few figures. */
function yearsAfter(baseline: number, latest: number, figure: TargetFigure | undefined): number[] {
  const first = Math.min(latest, figure?.values.at(-1)?.year ?? latest)
  const years = Array.from({ length: latest - first + YEARS_AHEAD }, (_, n) => first + n)
  return years.filter((year) => year > baseline)
}

interface Inside {
  data: TargetsData
  shown: Fields
  figure: TargetFigure | undefined
  isNew: boolean
}

function FormFields({ data, shown, figure, isNew }: Inside) {
  const t = useWords(targetWords)
  const taken = new Set(data.goals.filter(({ ended }) => !ended).map(({ code }) => code))
  const free = data.figures.filter(({ code }) => !isNew || !taken.has(code))
  const unit = figure?.unit ?? ''
  const from = figure?.values.find(({ year }) => year === shown.baselineYear)
  const low = from && shown.direction === 'at-least' && (shown.finalValue ?? Infinity) < from.value
  return (
    <>
      <Field name="code" label={t('figure')} begins={isNew}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          disabled={!isNew}
          options={free.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Field>
      <Field name="direction" label={t('direction')}>
        <Select options={(['at-least', 'at-most'] as const).map((value) => ({ value, label: t(value) }))} />
      </Field>
      <Field name="baselineYear" label={t('baselineYear')} hint={t('baselineHint')}>
        <Select
          options={[
            ...[...(figure?.values ?? [])].reverse().map(({ year, value }) => ({
              value: year,
              label: t('baselineOf', { year, value: inFigures(value, decimalsOf(unit)), unit }),
            })),
            { value: NO_YEAR, label: t('noBaseline') },
          ]}
        />
      </Field>
      <div className="two-fields">
        <Field name="finalYear" label={t('finalYear')}>
          <Select
            options={yearsAfter(shown.baselineYear ?? NO_YEAR, data.year, figure).map((year) => ({
              value: year,
              label: t('year', { year }),
            }))}
          />
        </Field>
        <Field name="finalValue" label={unit ? t('finalValue', { unit }) : t('finalValueOnly')}>
          <InputNumber min={0} precision={figure?.kind === 'share' ? 2 : 0} />
        </Field>
      </div>
      {low && (
        <p className="low" role="status">
          {t('low', { value: inFigures(from.value, decimalsOf(unit)), unit })}
        </p>
      )}
      {(shown.steps?.length ?? 0) > 0 && (
        <Field name="steps" label={t('steps')} hint={t('stepsHint')}>
          <GoalSteps kind={figure?.kind ?? 'count'} unit={unit} />
        </Field>
      )}
      <Field name="reason" label={t('reason')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
      <Field name="basis" label={t('basis')} hint={t('basisHint')}>
        <Input maxLength={100} />
      </Field>
    </>
  )
}
