import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { EntryForm } from '#ui/entry.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { Field } from '#ui/field.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { certificateApi } from '../certificate.contract.ts'
import { serviceWords } from './service-words.ts'
import { mobilityWords } from './words.ts'
import './mobility.css'

type Paper = NonNullable<Received<typeof certificateApi.verify>['certificate']>

/** Whoever holds the paper asks here whether it holds. No account is asked for. */
export default function VerifyPage() {
  const s = useWords(serviceWords)
  const code = useParam('code')
  return (
    <main className="open-page">
      <Page title={s('verifyTitle')} {...(!code && { lead: s('verifyLead') })}>
        {code ? <Answer code={code} /> : <AskForm />}
      </Page>
    </main>
  )
}

function AskForm() {
  const s = useWords(serviceWords)
  const navigate = useNavigate()
  const Asked = z.object({ code: z.string(s('codeMissing')).trim().min(1, s('codeMissing')).max(40) })
  return (
    <EntryForm
      schema={Asked}
      first={{}}
      onSend={({ code }) => void navigate({ ...places.verify(code) } as never)}
      sending={false}
      error={undefined}
      act={s('verify')}
    >
      <Field name="code" label={s('code')}>
        <Input autoCapitalize="characters" spellCheck={false} maxLength={40} />
      </Field>
    </EntryForm>
  )
}

function Answer({ code }: { code: string }) {
  const s = useWords(serviceWords)
  const { data, error } = useQuery(asQuery(certificateApi.verify, { params: { code } }))
  return (
    <div className="verified">
      <ProblemNote error={error} />
      {data &&
        (data.certificate ? (
          <Found paper={data.certificate} />
        ) : (
          <section>
            <h2>{s('unknownTitle')}</h2>
            <p>{s('unknown', { code })}</p>
          </section>
        ))}
      <p>
        <Go to={{ to: '/verify' }}>{s('another')}</Go>
      </p>
    </div>
  )
}

const titles = { 有效: 'validTitle', 已作废: 'withdrawnTitle', 已替代: 'supersededTitle' } as const

function Found({ paper }: { paper: Paper }) {
  const s = useWords(serviceWords)
  const { state, changedOn, why } = paper
  return (
    <>
      <section>
        <h2>
          <span aria-hidden="true">{state === '有效' ? '✓' : '✕'}</span> {s(titles[state])}
        </h2>
        {changedOn && <p>{s('changedOn', { day: dayInWords(changedOn) })}</p>}
        {why && <p>{s('because', { why })}</p>}
        <p className="quiet">{s('compare')}</p>
      </section>
      <FactList
        facts={[
          [s('number'), paper.number],
          [s('code'), codeInGroups(paper.code)],
          [s('who'), paper.name],
          [s('purpose'), paper.purpose],
          [s('issuedOn'), dayInWords(paper.issuedOn)],
          [s('signature'), paper.signature],
          [s('years'), paper.years === 0 ? s('leadShort') : s('yearsOf', { years: paper.years })],
        ]}
      />
      <Lines lines={paper.lines} />
    </>
  )
}

function Lines({ lines }: { lines: Paper['lines'] }) {
  const s = useWords(serviceWords)
  const m = useWords(mobilityWords)
  return (
    <RuledTable
      caption={s('rotations')}
      quiet
      rows={lines}
      rowKey={({ startOn, toSchool }) => `${startOn} ${toSchool}`}
      columns={[
        { key: 'way', title: m('way'), heads: true, cell: ({ fromSchool: from, toSchool: to }) => m('wayOf', { from, to }) }, // prettier-ignore
        { key: 'form', title: m('form'), className: 'still', cell: ({ form }) => form },
        { key: 'span', title: s('span'), cell: ({ startOn, endOn }) => m('spanOf', { from: dayInWords(startOn), to: dayInWords(endOn) }) }, // prettier-ignore
        { key: 'grades', title: s('grades'), cell: ({ grades }) => grades.map(({ schoolYear, grade }) => `${m('yearOf', { year: schoolYear })}${grade}`).join('，') || s('notGraded') }, // prettier-ignore
      ]}
    />
  )
}
