declare module 's3rver' {
  import type { AddressInfo } from 'node:net'

  /** A store that speaks S3, in this process, over a folder. */
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      configureBuckets: { name: string; configs: string[] }[]
    })
    run(): Promise<AddressInfo>
    close(): Promise<void>
  }
}
