import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { send } from '#ui/api.ts'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { requestApi } from '../wish.contract.ts'
import { wishWords } from './wish-words.ts'

/** Hands in the proof of a request, or another in its place. */
export function useAttach() {
  const t = useWords(wishWords)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, file }: { id: string; file: File }) =>
      send(requestApi.attach, { params: { requestId: id }, body: { file } }, () => {}, new AbortController().signal),
    onSuccess: ({ proofName }) => {
      void queries.invalidateQueries()
      tell(t('attached', { name: proofName }))
    },
  })
}

interface Given {
  label: string
  busy?: boolean
  onPick: (file: File) => void
}

/** A button that opens the phone's camera or files. */
export function FileButton({ label, busy = false, onPick }: Given) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={label}
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onPick(file)
          target.value = ''
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
