import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { addressOf } from '#ui/api.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { certificateApi, type Certificate, type Service } from '../certificate.contract.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import { serviceWords } from './service-words.ts'
import { servedOf, spanOf, wayOf } from './shown.ts'
import { CertifySide, VoidSide } from './sides.ts'
import { mobilityWords } from './words.ts'

/** A teacher's rotations, what was said of them, and the certificates. */
export function ServicePart({ service }: { service: Service }) {
  const s = useWords(serviceWords)
  return (
    <>
      <Certificates service={service} />
      <section className="rotation-part">
        <h2>{s('rotations')}</h2>
        {service.rotations.length === 0 && <p>{s('none')}</p>}
        {service.rotations.map((one) => (
          <Line key={one.rotation.id} one={one} />
        ))}
      </section>
    </>
  )
}

function Line({ one: { rotation, appraisals, verdicts } }: { one: Service['rotations'][number] }) {
  const s = useWords(serviceWords)
  const m = useWords(mobilityWords)
  return (
    <div className="service-line">
      <p>
        <b>{wayOf(m, rotation)}</b>，{rotation.form}，{rotation.status}
      </p>
      <p>
        {spanOf(m, rotation)}，{servedOf(m, rotation)}
      </p>
      {appraisals.map(({ schoolYear, grade, isFinal, words }) => (
        <p key={schoolYear}>
          {s(isFinal ? 'appraisalFinal' : 'appraisal', { year: schoolYear, grade })}
          {words && `，${words}`}
        </p>
      ))}
      <ul>
        {verdicts.map(({ ruleId, name, use, verdict, why }) => (
          <li key={ruleId} className="quiet">
            《{name}》{s('verdictOf', { use, verdict, why })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Certificates({ service }: { service: Service }) {
  const s = useWords(serviceWords)
  const [certifying, setCertifying] = useState(false)
  const [ending, setEnding] = useState<Certificate>()
  const mayWithdraw = service.certificates.some(({ can }) => can.includes('withdraw'))
  return (
    <section className="rotation-part">
      <div className="section-head">
        <h2>{s('certificates')}</h2>
        {service.can.includes('certify') && (
          <Button type="primary" onClick={() => setCertifying(true)}>
            {s('certify')}
          </Button>
        )}
      </div>
      <RuledTable
        caption={s('certificates')}
        quiet
        rows={service.certificates}
        rowKey={({ id }) => id}
        empty={s('noCertificates')}
        columns={[
          { key: 'number', title: s('number'), heads: true, className: 'still', cell: ({ number }) => number },
          { key: 'purpose', title: s('purpose'), className: 'still', cell: ({ purpose }) => purpose },
          { key: 'issued', title: s('issuedOn'), className: 'still', cell: ({ issuedOn }) => dayInWords(issuedOn) },
          { key: 'state', title: s('state'), cell: ({ state, withdrawnWhy }) => withdrawnWhy ? `${state}（${withdrawnWhy}）` : state }, // prettier-ignore
          { key: 'code', title: s('code'), cell: ({ code }) => <span className="code">{codeInGroups(code)}</span> },
          { key: 'files', title: s('download'), cell: (one) => <Files one={one} /> },
          ...(mayWithdraw
            ? [{ key: 'acts', title: s('withdraw'), acts: true, cell: (one: Certificate) => <Void one={one} onEnd={setEnding} /> }] // prettier-ignore
            : []),
        ]}
      />
      {certifying && <CertifySide service={service} onClose={() => setCertifying(false)} />}
      {ending && <VoidSide certificate={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

const Void = ({ one, onEnd }: { one: Certificate; onEnd: (one: Certificate) => void }) => {
  const s = useWords(serviceWords)
  if (!one.can.includes('withdraw')) return null
  return (
    <Button type="link" size="small" onClick={() => onEnd(one)}>
      {s('withdraw')}
      <span className="unseen">{one.number}</span>
    </Button>
  )
}

function Files({ one: { id: certificateId, number } }: { one: Certificate }) {
  return (
    <span className="file-links">
      {(['pdf', 'docx'] as const).map((format) => (
        <a key={format} href={addressOf(certificateApi.file, { params: { certificateId, format } })} download>
          {format === 'pdf' ? 'PDF' : 'Word'}
          <span className="unseen">{number}</span>
        </a>
      ))}
    </span>
  )
}
