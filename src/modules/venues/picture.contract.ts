import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { ofSite } from './site.contract.ts'
import { ofVenue } from './venue.contract.ts'

/** What shows in place of the picture where it cannot be seen. */
const words = z
  .string('请写图片上有什么')
  .trim()
  .min(2, '请写图片上有什么，看不见图的人靠它知道')
  .max(60, '不能超过 60 个字')
const side = z.coerce.number().int().min(1).max(4000)

export const PictureFields = z.object({ words })

const ofPicture = z.object({ pictureId: z.uuid() })
const added = z.object({ id: z.string() })
const query = z.object({ words, width: side, height: side })
const body = z.object({ file: uploadedFile })

export const pictureApi = {
  addToVenue: post('/api/venues/:venueId/pictures', {
    title: '添加场馆图片',
    params: ofVenue,
    query,
    body,
    upload: true,
    reply: added,
  }),
  addToSite: post('/api/sites/:siteId/pictures', {
    title: '添加基地图片',
    params: ofSite,
    query,
    body,
    upload: true,
    reply: added,
  }),
  /** The picture itself. One that was changed has another number, so that it may be kept for good. */
  read: get('/api/pictures/:pictureId', { title: '查看图片', params: ofPicture, reply: z.any() }),
  edit: patch('/api/pictures/:pictureId', {
    title: '修改图片说明',
    params: ofPicture,
    body: PictureFields,
    reply: z.object({}),
  }),
  /** One place further to the front. */
  forward: post('/api/pictures/:pictureId/forward', { title: '前移图片', params: ofPicture, reply: z.object({}) }),
  remove: del('/api/pictures/:pictureId', { title: '删去图片', params: ofPicture, reply: z.object({}) }),
}
