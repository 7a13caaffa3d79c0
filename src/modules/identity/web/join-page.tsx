import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, call, type Received } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { invitationApi } from '../invitation.contract.ts'
import { outsideApi } from '../outside.contract.ts'
import { useEntering } from './entering.ts'
import { enteringWords } from './entering-words.ts'
import { NewPassword } from './new-password.tsx'
import { OpenFrame } from './open-frame.tsx'
import { OutsideButton } from './outside-button.tsx'

type Invitation = Received<typeof invitationApi.look>

/** Where an invitation leads: who invites to what; then a login and a password, and one is in. */
export default function JoinPage() {
  const t = useWords(enteringWords)
  const token = useParam('token')
  const { data: invitation } = useSuspenseQuery({
    ...asQuery(invitationApi.look, { params: { token } }),
    staleTime: Infinity,
  })
  const title = t('joinTitle', { name: invitation.name })
  return (
    <OpenFrame title={title} name={title} lead={t('joinWhy', { by: invitation.madeByName })}>
      <div>
        <Promised invitation={invitation} />
        {invitation.mine && <WithMine token={token} name={invitation.mine} />}
        <JoinForm token={token} />
      </div>
    </OpenFrame>
  )
}

function Promised({ invitation }: { invitation: Invitation }) {
  const t = useWords(enteringWords)
  return (
    <>
      <ul className="promised">
        {invitation.grants.map(({ roleName, unitName, untilDay }) => (
          <li key={`${unitName} ${roleName}`}>
            <b>
              {unitName} {roleName}
            </b>
            {untilDay && <span className="quiet"> {t('joinUntil', { day: dayInWords(untilDay) })}</span>}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('joinExpires', { day: dayInWords(dayOf(new Date(invitation.expiresAt))) })}</p>
    </>
  )
}

/** Who is signed in already need not make a second account. */
function WithMine({ token, name }: { token: string; name: string }) {
  const t = useWords(enteringWords)
  const router = useRouter()
  const accept = useAct(invitationApi.accept, { done: () => t('joined'), then: () => router.history.push('/') })
  return (
    <p>
      <Button size="large" block loading={accept.isPending} onClick={() => accept.mutate({ params: { token } })}>
        {t('joinMine', { name })}
      </Button>
      <ProblemNote error={accept.error} />
    </p>
  )
}

function JoinForm({ token }: { token: string }) {
  const t = useWords(enteringWords)
  const enter = useEntering()
  const [form] = Form.useForm<{ login: string; password: string }>()
  const login = Form.useWatch('login', form) ?? ''
  const { data: outside } = useQuery(asQuery(outsideApi.read, {}))
  const join = useMutation({
    mutationFn: ({ login, password }: { login: string; password: string }) =>
      call(invitationApi.join, { params: { token }, body: { login, password } }),
    onSuccess: (answer) => !('owes' in answer) && enter(answer),
  })
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={(fields) => join.mutate(fields)}
    >
      <Form.Item
        name="login"
        label={t('login')}
        extra={t('loginHint')}
        rules={[{ required: true, pattern: /^[\w.-]{2,40}$/, message: t('loginHint') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <NewPassword />
      <Button type="primary" htmlType="submit" block loading={join.isPending}>
        {t('join')}
      </Button>
      <ProblemNote error={join.error} />
      {outside?.name && login.length > 1 && (
        <div className="outside">
          <OutsideButton start={{ purpose: 'join', token, login }}>
            {t('joinOutside', { name: outside.name })}
          </OutsideButton>
        </div>
      )}
    </Form>
  )
}
