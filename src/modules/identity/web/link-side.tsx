import type { ComponentProps } from 'react'
import { Side } from '#ui/entry.tsx'
import { useWords } from '#ui/words.ts'
import { accountsWords } from './accounts-words.ts'
import { LinkShown } from './link-shown.tsx'

interface Given {
  made: ComponentProps<typeof LinkShown> | undefined
  open: boolean
  onClose: () => void
}

/** A new link of an invitation that waits. */
export function LinkSide({ made, open, onClose }: Given) {
  const t = useWords(accountsWords)
  return (
    <Side title={t('newLink')} open={open} onClose={onClose}>
      {made && <LinkShown {...made} />}
    </Side>
  )
}
