import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { secondFactorApi } from '../second-factor.contract.ts'
import './accounts.css'
import { ownWords } from './own-words.ts'
import { QrCode } from './qr-code.tsx'

type Begun = Received<typeof secondFactorApi.begin>

/** The second factor of one's own account: set up, recovery codes, turned off. */
export function SecondFactorSection() {
  const t = useWords(ownWords)
  const { data } = useSuspenseQuery(asQuery(secondFactorApi.read, {}))
  const [codes, setCodes] = useState<readonly string[]>()
  return (
    <section className="second-factor">
      <h2 className="section-head">{t('secondFactor')}</h2>
      {codes ? (
        <Codes codes={codes} onKept={() => setCodes(undefined)} />
      ) : data.state === 'on' ? (
        <On codesLeft={data.codesLeft} onCodes={setCodes} />
      ) : (
        <>
          {data.state !== 'off' && <p className="notice">{t(data.state)}</p>}
          <p className="quiet">{t('whatFor')}</p>
          <SetUp onCodes={setCodes} />
        </>
      )}
    </section>
  )
}

function SetUp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const t = useWords(ownWords)
  const [asking, setAsking] = useState(false)
  const [begun, setBegun] = useState<Begun>()
  const begin = useAct(secondFactorApi.begin, { then: setBegun })
  const confirm = useAct(secondFactorApi.confirm, { then: ({ codes }) => onCodes(codes) })
  if (begun)
    return (
      <>
        <p>{t('scan')}</p>
        <QrCode text={begun.address} alt={t('qr')} size={200} />
        <p className="quiet">
          {t('byHand')}
          <code>{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        </p>
        <AskOne
          label={t('code')}
          act={t('confirm')}
          error={confirm.error}
          waiting={confirm.isPending}
          onSend={(code) => confirm.mutate({ body: { code } })}
        />
      </>
    )
  if (!asking)
    return (
      <p>
        <Button onClick={() => setAsking(true)}>{t('setUp')}</Button>
      </p>
    )
  return (
    <AskOne
      label={t('askPassword')}
      act={t('go')}
      secret
      error={begin.error}
      waiting={begin.isPending}
      onSend={(password) => begin.mutate({ body: { password } })}
    />
  )
}

function On({ codesLeft, onCodes }: { codesLeft: number; onCodes: (codes: readonly string[]) => void }) {
  const t = useWords(ownWords)
  const [act, setAct] = useState<'codes' | 'end'>()
  const renew = useAct(secondFactorApi.newCodes, { then: ({ codes }) => onCodes(codes) })
  const end = useAct(secondFactorApi.end, { done: () => t('turnedOff') })
  const send = (code: string) => (act === 'codes' ? renew.mutate({ body: { code } }) : end.mutate({ body: { code } }))
  return (
    <>
      <p>{t('isOn', { n: codesLeft })}</p>
      {act ? (
        <AskOne
          label={t('askCode')}
          act={t(act === 'codes' ? 'newCodes' : 'turnOff')}
          error={renew.error ?? end.error}
          waiting={renew.isPending || end.isPending}
          onSend={send}
        />
      ) : (
        <p className="acts">
          <Button onClick={() => setAct('codes')}>{t('newCodes')}</Button>
          <Button onClick={() => setAct('end')}>{t('turnOff')}</Button>
        </p>
      )}
    </>
  )
}

function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords(ownWords)
  return (
    <div role="status">
      <h3>{t('codesTitle')}</h3>
      <p className="quiet">{t('codesWhy')}</p>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="acts no-print">
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <Button type="primary" onClick={onKept}>
          {t('kept')}
        </Button>
      </p>
    </div>
  )
}

interface AskGiven {
  label: string
  act: string
  secret?: boolean
  error: unknown
  waiting: boolean
  onSend: (text: string) => void
}

/** Asks for one thing: a password or a code. */
function AskOne({ label, act, secret, error, waiting, onSend }: AskGiven) {
  const id = useId()
  const [text, setText] = useState('')
  const given = { id, value: text, onChange: ({ target }: { target: { value: string } }) => setText(target.value) }
  return (
    <form
      className="ask-one"
      onSubmit={(event) => {
        event.preventDefault()
        if (text) onSend(text)
      }}
    >
      <label htmlFor={id}>{label}</label>
      {secret ? (
        <Input.Password {...given} autoComplete="current-password" visibilityToggle={false} />
      ) : (
        <Input {...given} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
      )}
      <Button type="primary" htmlType="submit" loading={waiting}>
        {act}
      </Button>
      <ProblemNote error={error} />
    </form>
  )
}
