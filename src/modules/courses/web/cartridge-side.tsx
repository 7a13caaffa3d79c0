import { addressOf } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { useWords } from '#ui/words.ts'
import { cartridgeApi, cartridgeVersions } from '../cartridge.contract.ts'
import type { SideOfCourse } from './basics-side.tsx'
import { cartridgeWords } from './cartridge-words.ts'
import { courseWords } from './course-words.ts'

/** A course as a package for other platforms: which of the two the other one reads, and what goes along. */
export function CartridgeSide({ course, onClose }: SideOfCourse) {
  const t = useWords(cartridgeWords)
  const title = useWords(courseWords)('cartridge')
  const { id: courseId, published, licence } = course
  return (
    <Side title={title} open onClose={onClose}>
      <p>{t('lead')}</p>
      <p>{published > 0 ? t('version', { n: published }) : t('draft')}</p>
      {cartridgeVersions.map((format) => (
        <p key={format}>
          <a href={addressOf(cartridgeApi.read, { params: { courseId }, query: { format } })} download>
            {t(`as${format}`)}
          </a>
          <br />
          <span className="quiet">{t(`for${format}`)}</span>
        </p>
      ))}
      <p className="quiet">{t('licence', { licence })}</p>
    </Side>
  )
}
