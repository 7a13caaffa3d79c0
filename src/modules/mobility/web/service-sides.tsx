import { Input, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { certificateApi, CertificateWithdrawal, NewCertificate, type Certificate, type Service } from '../certificate.contract.ts' // prettier-ignore
import { serviceWords } from './service-words.ts'

/** A certificate for a purpose. */
export function CertifySide({ service, onClose }: { service: Service; onClose: () => void }) {
  const s = useWords(serviceWords)
  const { teacherId, purposes } = service
  const issue = useAct(certificateApi.issue, { done: () => s('issued'), then: onClose })
  return (
    <Side title={s('certify')} open onClose={onClose}>
      <p className="quiet">{s('certifyLead')}</p>
      <EntryForm
        schema={NewCertificate}
        first={{ ...(purposes[0] && { purpose: purposes[0] }) }}
        onSend={(body) => issue.mutate({ params: { teacherId }, body })}
        sending={issue.isPending}
        error={issue.error}
        act={s('certify')}
        onCancel={onClose}
      >
        <Field name="purpose" label={s('purpose')}>
          <Select options={purposes.map((value) => ({ value, label: value }))} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** A certificate that holds no longer, with the reason. */
export function VoidSide({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const s = useWords(serviceWords)
  const { id: certificateId, number } = certificate
  const withdraw = useAct(certificateApi.withdraw, { done: () => s('withdrawn', { number }), then: onClose })
  return (
    <Side title={s('withdrawTitle', { number })} open onClose={onClose}>
      <EntryForm
        schema={CertificateWithdrawal}
        first={{}}
        onSend={(body) => withdraw.mutate({ params: { certificateId }, body })}
        sending={withdraw.isPending}
        error={withdraw.error}
        act={s('withdraw')}
        onCancel={onClose}
      >
        <Field name="why" label={s('why')} begins>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
