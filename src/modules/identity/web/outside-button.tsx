import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { z } from 'zod'
import { call, type Given } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { outsideApi } from '../outside.contract.ts'

/** Sends the person to the sign-in of the house. */
export function OutsideButton({ start, children }: { start: z.input<typeof outsideApi.start.body>; children: string }) {
  const go = useMutation({
    mutationFn: () => call(outsideApi.start, { body: start } as Given<typeof outsideApi.start>),
    onSuccess: ({ address }) => location.assign(address),
  })
  return (
    <>
      <Button size="large" block loading={go.isPending} onClick={() => go.mutate()}>
        {children}
      </Button>
      <ProblemNote error={go.error} />
    </>
  )
}
