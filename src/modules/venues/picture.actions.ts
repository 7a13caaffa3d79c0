import { readFile } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { pictureApi } from './picture.contract.ts'
import { MOST_PICTURES, PICTURE_KB, pictureTypeOf } from './picture.rules.ts'
import {
  deletePicture,
  findPicture,
  insertPicture,
  listPictures,
  movePictureForward,
  readPictureBytes,
  updatePictureWords,
  type PictureOf,
  type PictureRow,
} from './picture.sql.ts'
import { venuesProblems } from './problems.ts'
import { noted, type Nothing } from './register.ts'
import { loadSite } from './site.actions.ts'
import type { Kept } from './venue.access.ts'
import { loadVenue } from './venue.load.ts'

export interface PictureSubject extends Kept {
  picture: PictureRow
}

/** A picture, with the school or cluster that decides about the place it shows. */
export async function loadPicture(ctx: Context, id: string): Promise<PictureSubject | undefined> {
  const picture = await findPicture(ctx.db, await listDistrictIds(ctx.db), id)
  if (!picture) return undefined
  const { venueId, siteId } = picture
  const place = venueId === null ? await loadSite(ctx, siteId!) : await loadVenue(ctx, venueId)
  return place && { picture, at: place.at }
}

interface Place {
  districtId: number
  id: string
  name: string
}

type Sent = Pick<Input<typeof pictureApi.addToVenue>, 'query' | 'body'>

/** Takes a picture as it is; what it is, its bytes say. */
export async function addPicture(
  ctx: Context,
  place: Place,
  of: PictureOf,
  { query, body }: Sent,
): Promise<{ id: string }> {
  if (body.file.bytes > PICTURE_KB * 1024) throw venuesProblems.pictureTooLarge({ limitKb: PICTURE_KB })
  const bytes = await readFile(body.file.path)
  const type = pictureTypeOf(bytes)
  if (!type) throw venuesProblems.notAPicture()
  const { districtId } = place
  const there = await listPictures(ctx.db, districtId, of)
  if (there.length >= MOST_PICTURES) throw venuesProblems.tooManyPictures({ limit: MOST_PICTURES })
  const id = ctx.newId()
  await insertPicture(ctx.db, { districtId, id, type, bytes, ...query }, of)
  noted(ctx, place, { picture: query.words })
  return { id }
}

/** It never changes under its number, and nobody else's browser keeps it. */
export async function showPicture(ctx: Context, { picture }: PictureSubject, reply: FastifyReply): Promise<Download> {
  const { type, bytes } = await readPictureBytes(ctx.db, picture)
  reply.header('cache-control', 'private, max-age=31536000, immutable')
  const ending = type.slice('image/'.length).replace('jpeg', 'jpg')
  return new Download(`${picture.words}.${ending}`, type, bytes)
}

const notedPicture = (ctx: Context, { picture, at }: PictureSubject, facts: object): void =>
  ctx.note({ districtId: picture.districtId, unitId: at.id, subjectId: picture.venueId ?? picture.siteId!, ...facts })

export async function editPicture(ctx: Context, subject: PictureSubject, words: string): Promise<Nothing> {
  await updatePictureWords(ctx.db, subject.picture, words)
  notedPicture(ctx, subject, { before: subject.picture.words, after: words })
  return {}
}

export async function forwardPicture(ctx: Context, subject: PictureSubject): Promise<Nothing> {
  const { picture } = subject
  const of = picture.venueId === null ? { siteId: picture.siteId! } : { venueId: picture.venueId }
  const all = await listPictures(ctx.db, picture.districtId, of)
  await movePictureForward(ctx.db, picture, all[all.findIndex(({ id }) => id === picture.id) - 1])
  notedPicture(ctx, subject, { forward: picture.words })
  return {}
}

export async function removePicture(ctx: Context, subject: PictureSubject): Promise<Nothing> {
  await deletePicture(ctx.db, subject.picture)
  notedPicture(ctx, subject, { removed: subject.picture.words })
  return {}
}
