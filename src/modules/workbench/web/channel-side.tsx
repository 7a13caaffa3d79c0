import { Side } from '#ui/entry.tsx'
import { useWords } from '#ui/words.ts'
import { BotForm, CodeForm, MailForm } from './channel-forms.tsx'
import { wayWords } from './way-words.ts'

/** What is being filled in: an address, a bot, or the code that was sent to one. */
export type Adding = 'mail' | 'bot' | { code: string }

interface Given {
  adding: Adding | undefined
  open: boolean
  onAdding: (next: Adding | undefined) => void
}

/** A way to be told, added beside the page. */
export function ChannelSide({ adding, open, onAdding }: Given) {
  const t = useWords(wayWords)
  const close = () => onAdding(undefined)
  const title = adding === 'mail' ? t('addMail') : adding === 'bot' ? t('addBot') : t('enterCode')
  return (
    <Side title={title} open={open} onClose={close}>
      {adding === 'mail' && <MailForm onAdded={(code) => onAdding({ code })} onCancel={close} />}
      {adding === 'bot' && <BotForm onDone={close} />}
      {typeof adding === 'object' && <CodeForm channelId={adding.code} onDone={close} />}
    </Side>
  )
}
