import { Input, Select } from 'antd'
import { useId } from 'react'
import type { Received } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { pathSteps, type pathApi, type PathStep, type StepName } from '../path.contract.ts'
import { pathWords } from './path-words.ts'
import './path.css'

type Choice = Received<typeof pathApi.choices>['courses'][number]
type OneStep = Pick<PathStep, 'gives'> & { courseId: string | undefined }
export type Drafted = Partial<Record<StepName, OneStep>>

interface Given {
  choices: readonly Choice[]
  drafted: Drafted
  onDrafted: (drafted: Drafted) => void
}

/** The five steps as they are written: a course of the stage, and what it gives the next. */
export function StepFields({ choices, drafted, onDrafted }: Given) {
  const t = useWords(pathWords)
  return (
    <fieldset className="path-fields">
      <legend>{t('stepsField')}</legend>
      <p className="quiet">{t('stepsHint')}</p>
      {pathSteps.map(({ step }) => (
        <OneField
          key={step}
          step={step}
          choices={choices.filter(({ stages }) => stages.includes(step))}
          at={drafted[step]}
          onAt={(at) => onDrafted({ ...drafted, [step]: at })}
        />
      ))}
    </fieldset>
  )
}

interface OneGiven {
  step: StepName
  choices: readonly Choice[]
  at: OneStep | undefined
  onAt: (at: OneStep) => void
}

function OneField({ step, choices, at, onAt }: OneGiven) {
  const t = useWords(pathWords)
  const id = useId()
  const { courseId, gives = '' } = at ?? {}
  if (choices.length === 0 && !courseId) return <p className="quiet">{t('noChoice', { step })}</p>
  return (
    <section>
      <label htmlFor={`${id}c`}>{t('courseOf', { step })}</label>
      <Select
        id={`${id}c`}
        showSearch
        allowClear
        optionFilterProp="label"
        placeholder={t('choose')}
        value={courseId}
        onChange={(chosen: string | undefined) => onAt({ courseId: chosen, gives })}
        options={choices.map((one) => ({ value: one.id, label: `${one.name}（${one.school}）` }))}
      />
      {courseId && step !== '长者' && (
        <>
          <label htmlFor={`${id}g`}>{t('givesOf', { step })}</label>
          <Input.TextArea
            id={`${id}g`}
            rows={2}
            maxLength={300}
            placeholder={t('givesHint')}
            value={gives}
            onChange={({ target }) => onAt({ courseId, gives: target.value })}
          />
        </>
      )}
    </section>
  )
}
