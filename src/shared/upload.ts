import { z } from 'zod'

/** A file that came with a request; on the server it lies at `path` under the data folder until the request is over. */
export interface UploadedFile {
  name: string
  path: string
  bytes: number
  sha256: string
}

/** The field of an uploading endpoint's body that holds the file. In the browser it is a File. */
export const uploadedFile = z.custom<UploadedFile>(
  (value) => typeof value === 'object' && value !== null && 'path' in value,
)

/** Where files are sent that may break off and go on: the address that speaks tus 1.0.0. */
export const UPLOADS = '/api/uploads'
export const TUS = '1.0.0'
