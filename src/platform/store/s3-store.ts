import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { S3Config } from '../config.ts'
import type { Store } from './store.ts'

const PART = 16 * 1024 ** 2

/** Keeps files in a bucket of any store that speaks S3. What is sent in parts appears when all of them are there. */
export function s3Store(config: S3Config): Store {
  const client = clientOf(config)
  const at = (sha256: string) => ({ Bucket: config.bucket, Key: `${config.prefix}${sha256}` })
  const has = (sha256: string) =>
    client.send(new HeadObjectCommand(at(sha256))).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotFound) return false
        throw error
      },
    )
  return {
    has,
    put: async (sha256, path) => {
      if (await has(sha256)) return
      const params = { ...at(sha256), Body: createReadStream(path) }
      await new Upload({ client, params, partSize: PART, queueSize: 2 }).done()
    },
    read: async (sha256, range) => {
      const Range = range && `bytes=${range.from}-${range.until}`
      const { Body } = await client.send(new GetObjectCommand({ ...at(sha256), ...(Range && { Range }) }))
      return Body as Readable
    },
    remove: async (sha256) => void (await client.send(new DeleteObjectCommand(at(sha256)))),
  }
}

const clientOf = ({ endpoint, region, accessKey, secretKey }: S3Config): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Stores of other makers know neither buckets as host names nor the newest checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
