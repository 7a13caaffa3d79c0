import { addressOf } from '#ui/api.ts'
import { pictureApi } from '#modules/venues/picture.contract.ts'
import type { PictureLine } from '#modules/venues/venue.contract.ts'

const MOST = 3

/** What the venue looks like, at a glance. */
export function VenueGlance({ pictures }: { pictures: readonly PictureLine[] }) {
  if (pictures.length === 0) return null
  return (
    <ul className="venue-glance">
      {pictures.slice(0, MOST).map(({ id, words, width, height }) => (
        <li key={id}>
          <figure>
            <img
              src={addressOf(pictureApi.read, { params: { pictureId: id } })}
              alt={words}
              width={width}
              height={height}
              loading="lazy"
            />
            <figcaption aria-hidden="true">{words}</figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}
