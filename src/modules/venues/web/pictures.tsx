import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { addressOf } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { pictureApi } from '../picture.contract.ts'
import type { PictureLine } from '../venue.contract.ts'
import { pictureWords } from './picture-words.ts'
import type { PicturePlace } from './picture-side.tsx'
import { AddPictureSide, EditPictureSide } from './sides.ts'
import './pictures.css'

interface Given {
  of: PicturePlace
  pictures: readonly PictureLine[]
  keeps: boolean
}

/** What a venue or partner looks like; nothing where there is none to see and none to add. */
export function Pictures({ of, pictures, keeps }: Given) {
  const t = useWords(pictureWords)
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<PictureLine>()
  if (pictures.length === 0 && !keeps) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('title')}</h2>
        {keeps && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      </div>
      {pictures.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ul className="pictures">
          {pictures.map((picture, at) => (
            <li key={picture.id}>
              <Picture picture={picture} />
              {keeps && <Acts picture={picture} isFirst={at === 0} onEdit={() => setEditing(picture)} />}
            </li>
          ))}
        </ul>
      )}
      {keeps && <AddPictureSide open={adding} of={of} onClose={() => setAdding(false)} />}
      {editing && <EditPictureSide open picture={editing} onClose={() => setEditing(undefined)} />}
    </section>
  )
}

function Picture({ picture: { id, words, width, height } }: { picture: PictureLine }) {
  const address = addressOf(pictureApi.read, { params: { pictureId: id } })
  return (
    <figure>
      <img src={address} alt={words} width={width} height={height} loading="lazy" />
      <figcaption aria-hidden="true">{words}</figcaption>
    </figure>
  )
}

function Acts({
  picture: { id, words },
  isFirst,
  onEdit,
}: {
  picture: PictureLine
  isFirst: boolean
  onEdit: () => void
}) {
  const t = useWords(pictureWords)
  const forward = useAct(pictureApi.forward)
  const remove = useAct(pictureApi.remove, { done: () => t('removed') })
  const params = { params: { pictureId: id } }
  return (
    <p className="row-acts">
      {!isFirst && (
        <Button type="link" size="small" aria-label={t('forwardOf', { words })} onClick={() => forward.mutate(params)}>
          {t('forward')}
        </Button>
      )}
      <Button type="link" size="small" aria-label={t('editOf', { words })} onClick={onEdit}>
        {t('edit')}
      </Button>
      <Button type="link" size="small" aria-label={t('removeOf', { words })} onClick={() => remove.mutate(params)}>
        {t('remove')}
      </Button>
    </p>
  )
}
