import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { send } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { FileChoice } from '#ui/file-choice.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { pictureApi, PictureFields } from '../picture.contract.ts'
import type { PictureLine } from '../venue.contract.ts'
import { pictureWords } from './picture-words.ts'
import { shrinkPicture, type Small } from './shrink-picture.ts'

export type PicturePlace = { venueId: string } | { siteId: string }

interface Given {
  open: boolean
  onClose: () => void
}

const never = new AbortController().signal

function sendTo(of: PicturePlace, { file, width, height }: Small, words: string) {
  const rest = { query: { words, width, height }, body: { file } }
  return 'venueId' in of
    ? send(pictureApi.addToVenue, { params: of, ...rest }, () => {}, never)
    : send(pictureApi.addToSite, { params: of, ...rest }, () => {}, never)
}

/** A picture is chosen, made small here, and sent with what it shows. */
export function AddPictureSide({ of, open, onClose }: Given & { of: PicturePlace }) {
  const t = useWords(pictureWords)
  const [small, setSmall] = useState<Small>()
  const [wrong, setWrong] = useState('')
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: ({ picture, words }: { picture: Small; words: string }) => sendTo(of, picture, words),
    onSuccess: () => {
      void queries.invalidateQueries()
      tell(t('added'))
      setSmall(undefined)
      onClose()
    },
  })
  const choose = async (file: File) => {
    const made = await shrinkPicture(file)
    setSmall(made)
    setWrong(made ? '' : t('unreadable'))
  }
  return (
    <Side title={t('add')} open={open} onClose={onClose}>
      <div className="picture-choice">
        <p>
          <FileChoice label={t('choose')} accept="image/*" primary={!small} onFile={(file) => void choose(file)}>
            {t(small ? 'again' : 'choose')}
          </FileChoice>
        </p>
        <p className="quiet" role="status">
          {small ? t('chosen', { ...small, name: small.file.name }) : t('shrunk')}
        </p>
        {wrong && (
          <p className="problem-note" role="alert">
            {wrong}
          </p>
        )}
      </div>
      <WordsForm
        first=""
        sending={add.isPending}
        error={add.error}
        onSend={(words) => (small ? add.mutate({ picture: small, words }) : setWrong(t('chooseFirst')))}
        onClose={onClose}
      />
    </Side>
  )
}

export function EditPictureSide({ picture, open, onClose }: Given & { picture: PictureLine }) {
  const t = useWords(pictureWords)
  const edit = useAct(pictureApi.edit, { done: () => t('edited'), then: onClose })
  return (
    <Side title={t('edit')} open={open} onClose={onClose}>
      <WordsForm
        first={picture.words}
        sending={edit.isPending}
        error={edit.error}
        onSend={(words) => edit.mutate({ params: { pictureId: picture.id }, body: { words } })}
        onClose={onClose}
      />
    </Side>
  )
}

interface WordsGiven {
  first: string
  sending: boolean
  error: unknown
  onSend: (words: string) => void
  onClose: () => void
}

function WordsForm({ first, sending, error, onSend, onClose }: WordsGiven) {
  const t = useWords(pictureWords)
  return (
    <EntryForm
      schema={PictureFields}
      first={{ words: first }}
      onSend={({ words }) => onSend(words)}
      sending={sending}
      error={error}
      act={t('save')}
      onCancel={onClose}
    >
      <Field name="words" label={t('words')} hint={t('wordsHint')}>
        <Input maxLength={60} />
      </Field>
    </EntryForm>
  )
}
