import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useParam } from '#ui/address.ts'
import { asQuery, call } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { invitationApi } from '../invitation.contract.ts'
import { enteringWords } from './entering-words.ts'
import { NewPassword } from './new-password.tsx'
import { OpenFrame } from './open-frame.tsx'

/** Where the link for a new password leads. */
export default function PasswordPage() {
  const t = useWords(enteringWords)
  const token = useParam('token')
  const { data } = useSuspenseQuery({
    ...asQuery(invitationApi.lookAtPassword, { params: { token } }),
    staleTime: Infinity,
  })
  const set = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      call(invitationApi.setPassword, { params: { token }, body: { password } }),
  })
  return (
    <OpenFrame title={t('passwordTitle')} name={t('passwordTitle')} lead={t('passwordFor', data)}>
      {set.isSuccess ? (
        <div>
          <p role="status">{t('passwordSaved')}</p>
          <Go to={places.signIn}>{t('toSignIn')}</Go>
        </div>
      ) : (
        <Form
          layout="vertical"
          size="large"
          requiredMark={false}
          validateTrigger="onBlur"
          onFinish={(fields: { password: string }) => set.mutate(fields)}
        >
          <NewPassword />
          <Button type="primary" htmlType="submit" block loading={set.isPending}>
            {t('passwordSave')}
          </Button>
          <ProblemNote error={set.error} />
        </Form>
      )}
    </OpenFrame>
  )
}
